// Dutch for the chart library and for the date controls; both look for it when they are loaded.
(function () {
  var days = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
  var shortDays = ["zo", "ma", "di", "wo", "do", "vr", "za"];
  var months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
  var shortMonths = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

  window.PlotlyLocales = window.PlotlyLocales || [];
  window.PlotlyLocales.push({
    moduleType: "locale",
    name: "nl",
    dictionary: { "Download plot as a PNG": "Bewaar als PNG", "Zoom": "Inzoomen", "Autoscale": "Passend maken" },
    format: {
      days: days, shortDays: shortDays, months: months, shortMonths: shortMonths,
      date: "%d-%m-%Y", decimal: ",", thousands: ".", year: "%Y", month: "%b %Y", dayMonth: "%-d %b", dayMonthYear: "%-d %b %Y",
    },
  });
  window.dayjs_locale_nl = {
    name: "nl", weekStart: 1, weekdays: days, weekdaysShort: shortDays, weekdaysMin: shortDays,
    months: months, monthsShort: shortMonths,
    ordinal: function (n) { return n + "e"; },
    formats: { LT: "HH:mm", LTS: "HH:mm:ss", L: "DD-MM-YYYY", LL: "D MMMM YYYY", LLL: "D MMMM YYYY HH:mm", LLLL: "dddd D MMMM YYYY HH:mm" },
  };
})();
