digest-title = 🗞 <b>Your digest</b>, { $day }
digest-title-group = 🗞 <b>Digest of this group</b>, { $day }
digest-new = <b>New in the briefings</b>
digest-ahead = <b>What lies ahead</b>
digest-more = and { $count } more
