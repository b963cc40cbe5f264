"""Tables, sessions, migrations and search: what is stored and how it is fetched."""
