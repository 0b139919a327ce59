"""What a cache on the way may keep: nothing that was made for somebody signed in."""

from django.utils.cache import patch_cache_control


class PrivateWhenSignedInMiddleware:
    """Mark every answer to a signed-in reader ``private, no-store``."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # The session is looked at only if the visitor brought one: an anonymous page reads and sets no cookie.
        if request.session.session_key and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response
