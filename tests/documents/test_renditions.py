"""Renditions: made in the background when an image changes, never by who reads."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import translation
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from graphql_api.documents import rendition_tasks
from graphql_api.documents.image_presets import PRESETS, Preset
from graphql_api.documents.models import RenditionSet
from graphql_api.documents.rendition_tasks import BrokenImage, prepare
from tests import pictures
from tests.documents.conftest import differences, document_of
from vision_pages.models import CreditedImage, CreditedImageRendition

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect/></svg>'


@pytest.fixture
def committed(db, django_capture_on_commit_callbacks):
    """A block after which what waits for the commit is done, and tasks with it."""

    def committed():
        return django_capture_on_commit_callbacks(execute=True)

    return committed


@pytest.fixture
def german():
    with translation.override("de"):
        yield


@pytest.fixture
def private(db):
    collection = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def sizes(image, preset, mime_type="image/avif"):
    sources = dict(document_of(image).data["renditions"][preset]["sources"])
    return [(width, height) for width, height, _url in sources[mime_type]]


def urls(image):
    return {
        url
        for preset in document_of(image).data["renditions"].values()
        for _mime_type, files in preset["sources"]
        for _width, _height, url in files
    }


def stored(media: Path) -> set[str]:
    return {f"/media/images/{path.name}" for path in (media / "images").glob("*")}


def test_an_image_is_made_ready_when_it_is_saved(committed, media):
    with committed():
        image = pictures.image()

    assert list(document_of(image).data["renditions"]) == [
        "HERO",
        "SQUARE",
        "TEASER",
        "CONTENT",
        "OPEN_GRAPH",
    ]
    assert urls(image) == stored(media)
    assert image.renditions.count() == len(stored(media))
    assert differences() == []


def test_saving_does_not_wait_for_renditions(db, django_capture_on_commit_callbacks, media):
    with django_capture_on_commit_callbacks() as waiting:
        image = pictures.image()

    assert len(waiting) == 1
    assert document_of(image).data["renditions"] is None
    assert stored(media) == set()


def test_a_large_image_has_all_widths_of_a_preset(committed):
    with committed():
        image = pictures.image((3000, 2000))

    assert sizes(image, "HERO") == [(640, 360), (1280, 720), (1920, 1080), (2560, 1440)]
    assert sizes(image, "TEASER") == [(320, 213), (640, 427), (960, 640)]
    assert sizes(image, "CONTENT") == [(480, 320), (960, 640), (1600, 1066)]
    assert sizes(image, "SQUARE") == [(160, 160), (320, 320), (640, 640)]
    assert sizes(image, "OPEN_GRAPH", "image/jpeg") == [(1200, 630)]


def test_a_small_image_is_never_enlarged(committed):
    with committed():
        image = pictures.image((500, 400))

    assert sizes(image, "HERO") == [(500, 282)]
    assert sizes(image, "TEASER") == [(320, 213), (500, 334)]
    assert sizes(image, "CONTENT") == [(480, 384)]
    assert sizes(image, "SQUARE") == [(160, 160), (320, 320), (400, 400)]
    assert sizes(image, "OPEN_GRAPH", "image/jpeg") == [(500, 262)]


def test_an_image_of_one_pixel_has_renditions(committed):
    with committed():
        image = pictures.image((1, 1))

    assert sizes(image, "HERO") == [(1, 1)]


def test_files_are_what_they_are_said_to_be(committed, media):
    with committed():
        image = pictures.image((700, 500))

    for preset in document_of(image).data["renditions"].values():
        for mime_type, files in preset["sources"]:
            for width, height, url in files:
                with Image.open(media / url.removeprefix("/media/")) as picture:
                    assert (picture.size, picture.get_format_mimetype()) == (
                        (width, height),
                        mime_type,
                    )


def test_wagtail_finds_the_renditions_as_its_own(committed):
    with committed():
        image = pictures.image()
    before = image.renditions.count()

    assert image.get_rendition("fill-640x360|format-avif").url in urls(image)
    assert image.renditions.count() == before


def test_the_cut_follows_the_focal_point(committed, media):
    point = {"focal_point_width": 10, "focal_point_height": 10, "focal_point_y": 100}
    with committed():
        right = pictures.image((1000, 200), focal_point_x=950, **point)

    square = document_of(right).data["renditions"]["SQUARE"]
    assert square["position"] == [95.0, 50.0]
    url = dict(square["sources"])["image/jpeg"][0][2]
    with Image.open(media / url.removeprefix("/media/")) as picture:
        _red, green, blue = picture.convert("RGB").getpixel((5, 80))
        assert blue > 200
        assert green < 50


def test_another_focal_point_makes_the_cuts_anew(committed, media):
    with committed():
        image = pictures.image()
    before = urls(image)
    image.focal_point_x = image.focal_point_y = 10
    image.focal_point_width = image.focal_point_height = 20

    with committed():
        image.save()

    # What is not cut stays what it was.
    assert {url for url in before & urls(image) if ".width-" not in url} == set()
    assert urls(image) == stored(media)
    assert differences() == []


def test_until_a_new_focal_point_is_followed_nothing_wrong_is_said(committed):
    with committed():
        image = pictures.image()
    image.focal_point_x = image.focal_point_y = 10
    image.focal_point_width = image.focal_point_height = 20

    image.save()

    assert document_of(image).data["renditions"] is None


def test_a_file_replaced_by_a_script_leaves_no_wrong_rendition(committed, media):
    with committed():
        image = pictures.image()
    thumbnail = image.get_rendition("max-165x165").file.name
    before = urls(image)

    image.file = pictures.file((900, 900), "neu.jpg")
    with committed():
        image.save()
        assert document_of(image).data["renditions"] is None

    assert not before & urls(image)
    assert urls(image) == stored(media)
    assert not (media / thumbnail).exists()
    assert sizes(image, "HERO") == [(640, 360), (900, 506)]


def test_so_does_one_overwritten_at_its_place(committed, media):
    with committed():
        image = pictures.image()
    before = urls(image)
    (media / image.file.name).write_bytes(pictures.file((900, 900)).read())

    with committed():
        CreditedImage.objects.get(pk=image.pk).save()

    assert not before & urls(image)
    assert urls(image) == stored(media)


def test_another_title_makes_nothing(committed, monkeypatch):
    with committed():
        image = pictures.image()
    before = urls(image)
    monkeypatch.setattr(rendition_tasks, "made", None)

    image.title = "Anders"
    with committed():
        image.save()

    assert urls(image) == before


def test_renditions_purged_by_wagtail_are_made_again(committed, media):
    with committed():
        image = pictures.image((300, 200))

    with committed():
        call_command("wagtail_update_image_renditions", verbosity=0)

    assert urls(image) == stored(media)
    assert differences() == []


def test_a_thumbnail_deleted_in_the_admin_changes_nothing(committed):
    with committed():
        image = pictures.image((300, 200))
    thumbnail = image.get_rendition("max-165x165")
    before = RenditionSet.objects.get()

    with committed():
        thumbnail.delete()

    assert RenditionSet.objects.get() == before


def test_a_deleted_image_leaves_no_file(committed, media):
    with committed():
        image = pictures.image()

    with committed():
        image.delete()

    assert stored(media) == set()
    assert not RenditionSet.objects.exists()


def test_an_image_in_a_private_collection_gets_no_rendition(committed, media, private):
    with committed():
        image = pictures.image(collection=private)

    assert stored(media) == set()
    assert not RenditionSet.objects.exists()
    assert not image.renditions.exists()


def test_an_image_that_becomes_private_loses_its_renditions(committed, media, private):
    with committed():
        image = pictures.image()
    image.collection = private

    with committed():
        image.save()

    assert stored(media) == set()
    assert not image.renditions.exists()


def test_so_do_all_images_of_a_collection_that_becomes_private(committed, media):
    collection = Collection.get_first_root_node().add_child(name="Presse")
    with committed():
        pictures.image(collection=collection)
    assert stored(media)

    with committed():
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert stored(media) == set()

    with committed():
        CollectionViewRestriction.objects.get().delete()
    assert stored(media)


def test_an_image_that_becomes_private_meanwhile_gets_none(committed, media, private, monkeypatch):
    image = pictures.image()
    made = rendition_tasks.made

    def slow(row):
        CreditedImage.objects.filter(pk=image.pk).update(collection=private)
        return made(row)

    monkeypatch.setattr(rendition_tasks, "made", slow)

    assert prepare(image.pk) is False
    assert stored(media) == set()
    assert not CreditedImageRendition.objects.exists()


def test_an_image_that_changes_meanwhile_is_left_to_the_task_of_that_change(db, media, monkeypatch):
    image = pictures.image()
    made = rendition_tasks.made

    def slow(row):
        CreditedImage.objects.filter(pk=image.pk).update(focal_point_x=7)
        return made(row)

    monkeypatch.setattr(rendition_tasks, "made", slow)

    assert prepare(image.pk) is False
    assert stored(media) == set()
    assert not RenditionSet.objects.exists()


def test_another_recipe_makes_everything_anew_and_leaves_nothing_of_the_old(committed, monkeypatch):
    with committed():
        image = pictures.image()
    before = urls(image)
    monkeypatch.setitem(PRESETS, "HERO", Preset(ratio=(2, 1), widths=(300,), sizes="50vw"))

    with committed() as waiting:
        assert prepare(image.pk) is True

    assert sizes(image, "HERO") == [(300, 150)]
    # Only the removal of old files waits, no task that would do it all again.
    assert len(waiting) == len(before)
    names = set(image.renditions.values_list("file", flat=True))
    assert urls(image) == {f"/media/{name}" for name in names}


def test_a_broken_file_stops_only_its_own_task(committed, media, caplog):
    broken = pictures.file((400, 300)).read()[:400]
    image = pictures.image((400, 300))
    (media / image.file.name).write_bytes(broken)

    with committed():
        CreditedImage.objects.get(pk=image.pk).save()
        other = pictures.image((200, 100))

    assert document_of(image).data["renditions"] is None
    assert document_of(other).data["renditions"]
    assert f"{image.title} (vision_pages.creditedimage:{image.pk})" in caplog.text
    assert RenditionSet.objects.exclude(error="").get().source.endswith(f":{image.pk}")
    assert differences() == []


def test_a_broken_file_is_not_tried_again_and_again(committed, media):
    image = pictures.image((400, 300))
    (media / image.file.name).write_bytes(b"broken")
    with pytest.raises(BrokenImage):
        prepare(image.pk)

    assert prepare(image.pk) is False
    with pytest.raises(BrokenImage):
        prepare(image.pk, again=True)


def test_a_file_that_is_missing_is_said_to_be(db, media):
    image = pictures.image((400, 300))
    (media / image.file.name).unlink()

    for _twice in range(2):
        with pytest.raises(BrokenImage, match="No such file"):
            prepare(image.pk)


def test_a_mended_file_gets_its_renditions(committed, media):
    image = pictures.image((400, 300))
    whole = (media / image.file.name).read_bytes()
    (media / image.file.name).write_bytes(b"broken")
    with pytest.raises(BrokenImage):
        prepare(image.pk)
    (media / image.file.name).write_bytes(whole)

    with committed():
        CreditedImage.objects.get(pk=image.pk).save()

    assert urls(image) == stored(media)


def test_a_vector_graphic_stays_as_it_is(committed, media, settings):
    settings.WAGTAILIMAGES_EXTENSIONS = ["svg"]
    with committed():
        image = pictures.image(file=ContentFile(SVG, name="wappen.svg"))

    assert document_of(image).data["renditions"] is None
    assert document_of(image).data["mime_type"] == "image/svg+xml"
    assert stored(media) == set()
    assert prepare(image.pk) is False


def test_a_transparent_image_stays_transparent(committed, media):
    picture = pictures.drawn((400, 300), "RGBA")
    picture.putalpha(100)
    content = ContentFile(pictures.content(picture, "PNG"), name="logo.png")
    with committed():
        image = pictures.image(file=content)

    sources = document_of(image).data["renditions"]["CONTENT"]["sources"]
    assert [mime_type for mime_type, _files in sources] == ["image/avif", "image/webp", "image/png"]
    for _mime_type, files in sources:
        with Image.open(media / files[0][2].removeprefix("/media/")) as made:
            assert abs(made.convert("RGBA").getpixel((10, 10))[3] - 100) < 5
    open_graph = document_of(image).data["renditions"]["OPEN_GRAPH"]["sources"]
    assert [mime_type for mime_type, _files in open_graph] == ["image/jpeg"]


def test_a_channel_of_opacity_without_use_makes_no_png(committed):
    with committed():
        image = pictures.image(file=pictures.file((400, 300), "schild.png", "RGBA"))

    sources = document_of(image).data["renditions"]["CONTENT"]["sources"]
    assert [mime_type for mime_type, _files in sources][-1] == "image/jpeg"


def test_of_an_animation_the_first_picture_is_shown(committed, media):
    first, second = pictures.drawn((400, 300)), Image.new("RGB", (400, 300), "red")
    animation = pictures.content(first, "GIF", save_all=True, append_images=[second])
    with committed():
        image = pictures.image(file=ContentFile(animation, name="fahne.gif"))

    url = dict(document_of(image).data["renditions"]["CONTENT"]["sources"])["image/jpeg"][0][2]
    with Image.open(media / url.removeprefix("/media/")) as picture:
        assert picture.getpixel((10, 10))[1] > 100


def test_a_photo_is_turned_as_the_camera_was_held_and_tells_nothing_of_it(committed, media):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    photo = pictures.content(pictures.drawn((400, 300)), "JPEG", exif=exif)
    with committed():
        image = pictures.image(file=ContentFile(photo, name="foto.jpg"))

    data = document_of(image).data
    assert (data["width"], data["height"]) == (300, 400)
    assert sizes(image, "CONTENT") == [(300, 400)]
    for url in urls(image):
        with Image.open(media / url.removeprefix("/media/")) as picture:
            assert not picture.getexif()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "CMYK"])
def test_every_kind_of_picture_can_be_shown(committed, mode):
    picture = pictures.drawn((200, 100)).convert(mode)
    format = "TIFF" if mode == "CMYK" else "PNG"
    with committed():
        image = pictures.image(file=ContentFile(pictures.content(picture, format), name="x.png"))

    assert sizes(image, "CONTENT") == [(200, 100)]


def test_the_command_makes_all_that_is_missing_and_says_how_far_it_is(db, german, capsys, media):
    images = [pictures.image((200, 100)) for _ in range(3)]
    assert stored(media) == set()

    call_command("documents", "renditions")

    assert all(urls(image) <= stored(media) for image in images)
    assert "3 von 3 (100 %)" in capsys.readouterr().out


def test_a_second_run_has_nothing_to_do(db, german, monkeypatch, capsys):
    pictures.image((200, 100))
    call_command("documents", "renditions")
    monkeypatch.setattr(rendition_tasks, "made", None)

    call_command("documents", "renditions")

    assert "0 neu erzeugt" in capsys.readouterr().out


def test_the_command_names_broken_images_and_fails(db, media, capsys):
    image = pictures.image((200, 100), title="Rathaus")
    (media / image.file.name).write_bytes(b"broken")
    other = pictures.image((200, 100))

    with pytest.raises(CommandError) as failed:
        call_command("documents", "renditions")

    assert failed.value.returncode == 1
    assert "Rathaus" in capsys.readouterr().err
    assert urls(other) <= stored(media)


def test_the_command_removes_what_became_private_without_a_word(committed, media, private):
    with committed():
        image = pictures.image((200, 100))
    CreditedImage.objects.filter(pk=image.pk).update(collection=private)

    with committed():
        call_command("documents", "renditions")

    assert stored(media) == set()


def test_verify_names_images_without_renditions(db, capsys):
    pictures.image((200, 100), title="Rathaus")

    call_command("documents", "verify")

    assert "Rathaus" in capsys.readouterr().err
