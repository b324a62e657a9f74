"""A form's unsaved words are kept for who typed them, and for nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims_tracker.desk import drafts
from claims_tracker.desk.models import Draft
from tests.factories import make_user

pytestmark = pytest.mark.django_db
FORM = "/admin/claims/claim/add/"


def test_a_draft_is_kept_replaced_and_dropped():
    editor, other = make_user(), make_user()
    drafts.keep(FORM, {"statement": "70"}, by=editor)
    drafts.keep(FORM, {"statement": "More than 70"}, by=editor)

    assert drafts.kept(FORM, by=editor) == {"statement": "More than 70"}
    assert drafts.kept(FORM, by=other) is None
    assert Draft.objects.count() == 1

    drafts.drop(FORM, by=editor)
    assert drafts.kept(FORM, by=editor) is None


def test_secrets_are_never_kept():
    editor = make_user()

    drafts.keep(FORM, {"csrfmiddlewaretoken": "x", "password1": "y", "place": "z"}, by=editor)

    assert drafts.kept(FORM, by=editor) == {"place": "z"}


def test_too_much_and_a_deactivated_person_are_refused():
    with pytest.raises(drafts.DraftError, match="too much"):
        drafts.keep(FORM, {"statement": "x" * drafts.LIMIT}, by=make_user())
    with pytest.raises(drafts.DraftError, match="Log in again"):
        drafts.keep(FORM, {}, by=make_user(is_active=False))


def test_old_drafts_go():
    editor = make_user()
    drafts.keep(FORM, {"place": "z"}, by=editor)
    drafts.keep("/other/", {"place": "z"}, by=editor)
    Draft.objects.filter(form=FORM).update(updated_at=timezone.now() - timedelta(days=31))

    assert drafts.drop_old() == 1
    assert list(Draft.objects.values_list("form", flat=True)) == ["/other/"]
