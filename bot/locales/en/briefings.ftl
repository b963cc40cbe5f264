briefings-title = 📰 <b>Briefings</b>
briefings-none = No briefings yet. As soon as the editors publish one, it is here.
briefing-gone = This briefing is no longer here.
briefing-dates = <b>Key dates</b>
button-article = 🌐 Read the article
page-of = Page { $page } of { $pages }
