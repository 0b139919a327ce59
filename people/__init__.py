"""People: staff, scholars and officials, their posts, degrees and publications."""
