// Who came, at the door: every tap is kept in this browser first and sent when there is a connection. Each mark is the
// whole truth about one person at one moment, so that sending it twice changes nothing.
(function () {
  var AGAIN = 4000;
  var LONGEST_AGO = 30 * 24 * 60 * 60 * 1000;  // a clock that jumped must not hold up all that waits
  var page = null;  // {event, sheet, texts} of the page on screen
  var busy = false;
  var trouble = "";

  function box() { return page && document.getElementById("attendance"); }
  function place() { return "rode-draad-attendance-" + page.event; }

  function waiting() {
    try { return JSON.parse(localStorage.getItem(place())) || {}; } catch (unreadable) { return page.kept || {}; }
  }
  function keep(marks) {
    page.kept = marks;  // a private window keeps nothing: then only as long as this page is open
    try {
      if (Object.keys(marks).length) localStorage.setItem(place(), JSON.stringify(marks));
      else localStorage.removeItem(place());
    } catch (refused) { /* kept in this page only */ }
  }

  function note(mark) {
    var marks = waiting();
    mark.at = Date.now();
    marks[mark.target] = mark;
    keep(marks);
    draw();
    send();
  }

  function token() {
    var found = document.cookie.match(/(?:^|; )_csrf_token=([^;]*)/);
    return found ? decodeURIComponent(found[1]) : "";
  }

  function send() {
    var marks = Object.values(waiting());
    if (busy || !marks.length || !navigator.onLine) return;
    var from = page, now = Date.now(), arrived = false;
    busy = true;
    fetch("/api/aanwezig/" + from.event, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ marks: marks.map(function (one) { return Object.assign({}, one, { ago: Math.min(LONGEST_AGO, Math.max(0, now - one.at)) }); }) }),
    }).then(function (answer) {
      if (answer.status === 401) throw new Error("signed_out");
      if (!answer.ok) throw new Error("failed");
      return answer.json();
    }).then(function (said) {
      arrived = true;
      if (page === from) taken(marks, said);
    }).catch(function (error) {
      trouble = page.texts[error.message] || "";
    }).finally(function () {
      busy = false;
      draw();
      if (arrived) send();  // what was tapped meanwhile; after a failure the clock tries again
    });
  }

  // What was tapped again while it was on its way stays in the queue.
  function taken(sent, said) {
    var marks = waiting();
    sent.forEach(function (one) {
      if (marks[one.target] && marks[one.target].at === one.at) delete marks[one.target];
    });
    keep(marks);
    page.sheet = said.sheet;
    trouble = Object.values(said.refused).join(" ");
  }

  // The sheet of the server with what still waits laid over it.
  function people() {
    var marks = waiting(), known = {};
    var rows = page.sheet.people.map(function (one) {
      var target = one.mark_key || "s" + one.id;
      known[target] = true;
      return Object.assign({}, one, { target: target, came: marks[target] ? marks[target].came : one.came });
    });
    Object.values(marks).forEach(function (one) {
      if (one.kind === "walk_in" && !known[one.target]) {
        rows.push({ target: one.target, mark_key: one.key, name: one.name, party: 1, came: one.came });
      }
    });
    return rows.filter(function (one) { return !one.mark_key || one.came; });
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function tap(one, came) {
    var next = one.came === came ? null : came;
    note(one.mark_key
      ? { kind: "walk_in", target: one.target, key: one.mark_key, name: one.name, came: next === true }
      : { kind: "mark", target: one.target, id: one.id, came: next });
  }

  function choice(one, came, said) {
    var button = element("button", came ? "present" : "absent", said);
    button.type = "button";
    button.id = "tap-" + one.target + "-" + came;
    button.setAttribute("aria-pressed", String(one.came === came));
    button.setAttribute("aria-label", (one.name || page.texts.nameless) + ": " + said);
    button.addEventListener("click", function () { tap(one, came); });
    return button;
  }

  function row(one) {
    var line = element("li"), who = element("div", "who");
    who.append(element("strong", "", one.name || (one.mark_key ? page.texts.walked_in : page.texts.nameless)));
    if (one.mark_key && one.name) who.append(element("span", "note", page.texts.walked_in));
    if (one.party > 1) who.append(element("span", "note", page.texts.people.replace("{n}", one.party)));
    line.append(who, choice(one, true, page.texts.present));
    line.append(one.mark_key ? element("span") : choice(one, false, page.texts.absent));
    return line;
  }

  function sum(rows, came) {
    return rows.reduce(function (all, one) { return all + (one.came === came ? one.party : 0); }, 0);
  }

  function status() {
    var waits = Object.keys(waiting()).length;
    if (trouble) return trouble;
    return waits ? page.texts.waits.replace("{n}", waits) : page.texts.sent;
  }

  function draw() {
    if (!box()) return;
    var rows = people(), held = document.activeElement && document.activeElement.id;
    box().querySelector("ul").replaceChildren.apply(box().querySelector("ul"), rows.map(row));
    box().querySelector(".summary").textContent = rows.length
      ? page.texts.summary.replace("{present}", sum(rows, true)).replace("{absent}", sum(rows, false))
        .replace("{open}", sum(rows, null)) : page.texts.nobody;
    var said = box().querySelector("[role=status]");
    if (said.textContent !== status()) said.textContent = status();
    drawCount();
    var again = held && held.startsWith("tap-") && document.getElementById(held);
    if (again) again.focus();
  }

  // The count as it is known; what somebody is typing stays, unless another count came meanwhile.
  function drawCount() {
    var waits = waiting().count, known = waits ? waits.count : page.sheet.head_count;
    if (known !== page.counted) box().querySelector(".head-count input").value = known === null ? "" : known;
    page.counted = known;
    box().querySelector(".counted").textContent = waits ? "" : page.sheet.counted;
  }

  function form(className, label, input, said, act) {
    var made = element("form", className), named = element("label", "", label);
    named.append(input);
    made.append(named, element("button", "", said));
    made.lastChild.type = "submit";
    made.addEventListener("submit", function (event) { event.preventDefault(); act(input); });
    return made;
  }

  function add(input) {
    var key = crypto.randomUUID ? crypto.randomUUID() : fallback();
    note({ kind: "walk_in", target: key, key: key, name: input.value.trim(), came: true });
    input.value = "";
  }
  // Only where the page came over plain http does a browser have no randomUUID.
  function fallback() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.from(bytes, function (one) { return one.toString(16).padStart(2, "0"); }).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function count(input) {
    var typed = input.value === "" ? null : parseInt(input.value, 10);
    note({ kind: "count", target: "count", count: typed });
  }

  function build() {
    var name = element("input"), number = element("input");
    name.maxLength = 60;
    name.autocomplete = "off";
    number.type = "number";
    number.min = 0;
    number.inputMode = "numeric";
    var said = element("p", "attendance-status");
    said.setAttribute("role", "status");
    box().replaceChildren(
      said, element("p", "summary"), element("p", "note", page.texts.undo), element("ul"),
      form("walk-in", page.texts.first_name, name, "+ " + page.texts.add, add),
      form("head-count", page.texts.count, number, page.texts.keep, count), element("p", "note counted")
    );
  }

  window.dash_clientside.attendance = {
    start: function (data) {
      page = data;
      trouble = "";
      if (box()) { build(); draw(); send(); }
      return window.dash_clientside.no_update;
    },
  };
  window.addEventListener("online", function () { if (box()) send(); });
  setInterval(function () { if (box()) send(); }, AGAIN);
})();
