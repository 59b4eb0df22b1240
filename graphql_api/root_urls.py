"""What stands at a site's root, to be included there: for crawlers, feed readers, shared links."""

from django.urls import path, re_path

from graphql_api.http.calendar import calendar
from graphql_api.http.crawlers import robots, sitemap, sitemap_part
from graphql_api.http.news_feed import news_feed
from graphql_api.previews.links import shared_preview

app_name = "graphql_api_root"

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    re_path(r"^sitemap-(?P<number>[1-9][0-9]{0,3})\.xml$", sitemap_part, name="sitemap_part"),
    path("feed.atom", news_feed, name="news_feed_of_the_source_language"),
    path("<str:locale>/feed.atom", news_feed, name="news_feed"),
    path("events.ics", calendar, name="calendar_of_the_source_language"),
    path("<str:locale>/events.ics", calendar, name="calendar"),
    path("preview/<str:signed>/", shared_preview, name="shared_preview"),
    path("<str:locale>/events/<uuid:key>.ics", calendar, name="calendar_of"),
]
