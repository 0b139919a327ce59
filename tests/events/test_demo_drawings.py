"""The drawn pictures of the demonstration: complete, sized as promised, and always the same."""

from random import Random

import pytest
from PIL import ImageChops, ImageStat

from events.demo.drawings import LARGEST_SIDE, SCENES, draw, draw_variant
from events.demo.drawings.canvas import Canvas
from events.demo.drawings.flags import pakistan, russia

SMALL = 64


@pytest.fixture(scope="module")
def pictures():
    return {key: draw(key, SMALL) for key in SCENES}


def _difference(first, second) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) / 3


@pytest.mark.parametrize("key", SCENES)
def test_each_scene_is_drawn_in_its_shape_and_not_flat(pictures, key):
    picture, (width, height) = pictures[key], SCENES[key].size
    assert picture.mode == "RGB"
    assert picture.size == (SMALL, round(SMALL * height / width))
    assert min(ImageStat.Stat(picture).stddev) > 10


def _painted_over(key, ground):
    width, height = SCENES[key].size
    canvas = Canvas((4 * SMALL, 4 * SMALL * height // width), Random(key))
    canvas.rect((0, 0, canvas.width, 100), ground)
    SCENES[key].paint(canvas)
    return canvas.image


@pytest.mark.parametrize("key", SCENES)
def test_the_whole_picture_is_painted(key):
    """Whatever lay on the canvas before, nothing of it shows through, and a second painting is alike."""
    difference = ImageChops.difference(_painted_over(key, "#000000"), _painted_over(key, "#ff00ff"))
    assert max(high for _, high in difference.getextrema()) <= 2


@pytest.mark.parametrize("key", ["moscow-dusk", "corridor", "round-table", "bridge-night", "table-flags"])
def test_the_same_arguments_give_the_same_picture(pictures, key):
    assert draw(key, SMALL).tobytes() == pictures[key].tobytes()


def test_another_seed_gives_another_picture(pictures):
    assert draw("corridor", SMALL, seed=1).tobytes() != pictures["corridor"].tobytes()


def test_the_album_has_enough_scenes_in_several_shapes():
    shapes = [width / height for width, height in (scene.size for scene in SCENES.values())]
    assert len(SCENES) >= 14
    assert all(max(scene.size) == LARGEST_SIDE for scene in SCENES.values())
    assert sum(shape < 1 for shape in shapes) == 3
    assert sum(shape == 1 for shape in shapes) == 1
    assert sum(shape == 2 for shape in shapes) == 1


def test_every_scene_says_what_it_shows_in_a_sentence_of_its_own():
    sentences = [scene.shows for scene in SCENES.values()]
    assert len(set(sentences)) == len(sentences)
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in sentences)


def test_a_scene_drawn_without_a_width_has_its_default_size():
    assert draw("bridge-night").size == SCENES["bridge-night"].size


def test_variants_keep_the_size_and_differ_in_light(pictures):
    variants = [draw_variant("lectern", seed, SMALL) for seed in range(7)]
    assert {variant.size for variant in variants} == {pictures["lectern"].size}
    assert {variant.mode for variant in variants} == {"RGB"}
    means = [ImageStat.Stat(variant).mean for variant in variants]
    for index, mean in enumerate(means):
        for other in means[index + 1 :]:
            assert max(abs(a - b) for a, b in zip(mean, other, strict=True)) > 2


def test_a_variant_is_the_same_each_time():
    assert draw_variant("lectern", 5, SMALL).tobytes() == draw_variant("lectern", 5, SMALL).tobytes()


def test_a_variant_never_mirrors_a_flag():
    """The white at the hoist of Pakistan's flag stays nearer the edge the text begins from."""
    plain = draw("table-flags", SMALL)
    mirrored = plain.transpose(0)
    for seed in range(5):
        variant = draw_variant("table-flags", seed, SMALL)
        assert _difference(variant, plain) < _difference(variant, mirrored)


def test_the_flags_have_their_colours_in_their_places():
    flag, bands = pakistan(), russia()
    assert flag.size[0] * 2 == flag.size[1] * 3
    assert bands.size[0] * 2 == bands.size[1] * 3
    assert flag.getpixel((299, 400)) == (255, 255, 255)
    assert flag.getpixel((301, 400)) == (1, 65, 28)
    assert [bands.getpixel((600, y)) for y in (130, 400, 670)] == [
        (255, 255, 255),
        (0, 57, 166),
        (213, 43, 30),
    ]


def test_an_unknown_scene_is_an_error():
    with pytest.raises(KeyError, match="no-such-place"):
        draw("no-such-place")
