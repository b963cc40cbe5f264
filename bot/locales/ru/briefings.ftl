briefings-title = 📰 <b>Новости</b>
briefings-none = Новостей пока нет. Как только редакторы что-нибудь опубликуют, оно появится здесь.
briefing-gone = Этой новости здесь больше нет.
briefing-dates = <b>Важные даты</b>
button-article = 🌐 Читать статью
page-of = Страница { $page } из { $pages }
