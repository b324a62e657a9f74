"""The admin site that is the editors' desk."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    """Use the desk as Django's default admin site."""

    default_site = "claims_tracker.desk.site.DeskSite"


class DeskSite(AdminSite):
    """The desk: stock admin with our own names."""

    site_header = "Claims Tracker desk"
    site_title = "Claims Tracker desk"
    index_title = "Desk"
    enable_nav_sidebar = False
