"""The programme: where it stands, and which pages it shows first."""

from wagtail.models import Page

from vision_pages.models import (
    FeaturedPage,
    LeitbildHistoryPage,
    ProgrammePage,
    ProjectIndexPage,
    VisionPage,
)


def test_a_programme_stands_below_any_page_of_the_host():
    assert Page in ProgrammePage.clean_parent_page_models()
    assert ProgrammePage.clean_subpage_models() == [
        VisionPage,
        ProjectIndexPage,
        LeitbildHistoryPage,
    ]


def test_no_page_of_ours_holds_a_programme():
    ours = [ProgrammePage, VisionPage, ProjectIndexPage, LeitbildHistoryPage]

    assert not [page for page in ours if ProgrammePage in page.clean_subpage_models()]


def test_a_programme_features_six_pages_at_most(programme, vision, refused):
    six = [FeaturedPage(target=vision) for _ in range(6)]

    assert refused(programme, featured=six) == {}
    assert refused(programme, featured=[*six, FeaturedPage(target=vision)]) == {
        "__all__": ["Hervorgehoben werden höchstens sechs Seiten."]
    }


def test_featured_pages_stand_in_the_editors_order(programme, vision, index):
    programme.featured = [FeaturedPage(target=index), FeaturedPage(target=vision)]
    programme.save()

    stored = ProgrammePage.objects.get().featured.all()
    assert [row.target.specific for row in stored] == [index, vision]
