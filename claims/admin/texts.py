"""Articles and their texts on the desk, with what was read of them."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.html import format_html, format_html_join

from claims.admin import logging_view, reading_chosen, reading_view
from claims.admin.logging_start import start
from claims.admin.reading_links import reading_page
from claims.models import Claim
from claims.pages.moments import moment
from sources.admin import ArticleAdmin, ArticleVersionAdmin
from sources.models import Article, ArticleVersion

VERSIONS_LINKED = 5

admin.site.unregister(Article)
admin.site.unregister(ArticleVersion)


@admin.register(Article)
class ReadArticleAdmin(ArticleAdmin):
    """Articles; each version leads to what was read of it."""

    @admin.display(description="Versions")
    def versions_list(self, article: Article) -> str:
        """The newest versions as they were read, and the list of all."""
        rows = article.versions.order_by("-number").values_list("pk", "number")[:VERSIONS_LINKED]
        links = format_html_join(
            "",
            '<a href="{}">Version {} as read</a> · ',
            ((reading_page(pk), number) for pk, number in rows),
        )
        return format_html("{}{}", links, super().versions_list(article))


@admin.register(ArticleVersion)
class ReadVersionAdmin(ArticleVersionAdmin):
    """Texts as fetched, with a page that shows what was read of each."""

    change_form_template = "admin/claims/articleversion/change_form.html"

    @admin.display(description="As read")
    def as_read(self, version: ArticleVersion) -> str:
        """The way to what was read of it."""
        return format_html('<a href="{}">As read</a>', reading_page(version.pk))

    def get_list_display(self, request: HttpRequest) -> Any:
        """The stock columns, and the way to what was read."""
        return (*super().get_list_display(request), "as_read")

    def get_urls(self) -> list[URLPattern]:
        """The stock addresses; the text as it was read, and what is done there."""
        pages = {
            "reading": self.reading_view,
            "log": self.log_view,
            "questions": self.questions_view,
            "chosen": self.chosen_view,
        }
        own = [
            path(f"<int:pk>/reading/{'' if name == 'reading' else f'{name}/'}",
                 self.admin_site.admin_view(view), name=f"sources_articleversion_{name}")
            for name, view in pages.items()
        ]  # fmt: skip
        return [*own, *super().get_urls()]

    def version_of(self, request: HttpRequest, pk: int) -> ArticleVersion:
        """The text, for who may see it and the claims on it."""
        self.visible(request, str(pk))
        if not request.user.has_perm("claims.view_claim"):
            raise PermissionDenied("Your role does not allow you to see claims.")
        rows = ArticleVersion.objects.defer("raw", "bands").select_related("article__outlet")
        return rows.get(pk=pk)

    def log_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Log a claim from the text."""
        return logging_view.page(request, self.version_of(request, pk))

    def questions_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The event's questions, for the type-ahead."""
        return logging_view.questions(request, self.version_of(request, pk))

    def chosen_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish or reject the claims that were chosen beside the text."""
        return reading_chosen.page(request, self.version_of(request, pk))

    def reading_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The text with its claims marked, and the decisions that the person may take on them."""
        self.only_shown(request)
        version = self.version_of(request, pk)
        claims: Any = self.admin_site.get_model_admin(Claim)
        shown = reading_view.page(request, version, lambda claim: claims.offered(request, claim))
        article = version.article
        when = moment(article.published, article.published_from, article.published_to)
        barred = any(not claims.may_decide(request, card.claim) for card in shown["cards"])
        context = self.admin_site.each_context(request) | shown | {
            "title": version.title or f"Version {version.number}",
            "opts": self.opts,
            "original": version,
            "article": article,
            "published": when.words if when is not None else "",
            "outsider": barred,
            "may_decide": request.user.has_perm("claims.publish_claim"),
            "log": start(request, version),
        }  # fmt: skip
        return TemplateResponse(request, "admin/claims/articleversion/reading.html", context)
