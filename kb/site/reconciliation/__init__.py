"""The reconciliation service of the W3C community group's API, in version 0.2 (OpenRefine) and in the draft of 1.0."""

from __future__ import annotations

from kb.site.reconciliation import views
from kb.site.visit import View

READ, ASK, BOTH = ("GET", "HEAD", "OPTIONS"), ("POST", "OPTIONS"), ("GET", "HEAD", "POST", "OPTIONS")
SUGGEST = r"/suggest/(?P<what>entity|property|type)$"
DRAFT = r"/reconcile/1\.0-draft"
# Patterns for whole paths with the methods that they answer, as in the table of kb/site/routes.py.
ROUTES: tuple[tuple[str, View, tuple[str, ...]], ...] = (
    (r"/reconcile/?$", views.service, BOTH),
    (rf"/reconcile{SUGGEST}", views.suggest, READ),
    (r"/reconcile/preview$", views.preview, READ[:2]),
    (r"/reconcile/extend/propose$", views.propose, READ),
    (rf"{DRAFT}/?$", views.draft, READ),
    (rf"{DRAFT}/match$", views.draft_match, ASK),
    (rf"{DRAFT}/reconcile$", views.draft_match, ASK),  # as earlier drafts call it
    (rf"{DRAFT}{SUGGEST}", views.suggest, READ),
    (rf"{DRAFT}/preview$", views.preview, READ[:2]),
    (rf"{DRAFT}/extend$", views.draft_extend, ASK),
    (rf"{DRAFT}/extend/propose$", views.propose, READ),
)
