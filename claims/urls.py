"""The readers' addresses."""

from django.urls import URLPattern, path

from claims.pages.about import method, statuses
from claims.pages.claims import claim_page
from claims.pages.corrections import corrections
from claims.pages.events import event_page
from claims.pages.front import event_list
from claims.pages.pairs import contradiction_page
from claims.pages.people import actor_page, outlet_page
from claims.pages.search import search

urlpatterns: list[URLPattern] = [
    path("", event_list, name="events"),
    path("events/<slug:slug>/", event_page, name="event"),
    path("claims/<slug:public_id>/", claim_page, name="claim"),
    path("contradictions/<slug:public_id>/", contradiction_page, name="contradiction"),
    path("actors/<slug:slug>/", actor_page, name="actor"),
    path("outlets/<slug:slug>/", outlet_page, name="outlet"),
    path("search/", search, name="search"),
    path("corrections/", corrections, name="corrections"),
    path("about/statuses/", statuses, name="statuses"),
    path("about/method/", method, name="method"),
]
