"""Languages that the engine speaks: a folder for each, all that it knows of one in a `LanguagePack`."""
