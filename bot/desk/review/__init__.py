"""Drafts: listed, reviewed, described, published or discarded."""
