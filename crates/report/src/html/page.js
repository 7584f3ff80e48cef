'use strict';
(() => {
  const $ = (css, from = document) => from.querySelector(css);
  const all = (css, from = document) => [...from.querySelectorAll(css)];
  const cards = new Map(all('li.lead').map((card) => [card.dataset.lead, card]));
  const lines = new Map(all('g.line[data-lead]').map((line) => [line.dataset.lead, line]));
  const sites = new Map(all('g.site[data-site]').map((site) => [site.dataset.site, site]));
  const rows = new Map(all('tr[data-row]').map((row) => [row.dataset.row, row]));
  const more = $('#more');
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  /* Filters */
  const form = $('form.filters');
  const texts = new Map([...cards].map(([id, card]) => [id, fold($('summary', card).textContent)]));
  function filter() {
    const data = new FormData(form);
    const kinds = data.getAll('kind');
    const words = fold(data.get('text') || '').split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [id, card] of cards) {
      const keep = kinds.includes(card.dataset.kind)
        && (!data.get('resource') || card.dataset.resource === data.get('resource'))
        && (!data.get('insertion') || card.hasAttribute('data-insertion'))
        && (!data.get('said') || card.hasAttribute('data-said'))
        && words.every((word) => texts.get(id).includes(word));
      card.hidden = !keep;
      if (rows.has(id)) rows.get(id).hidden = !keep;
      lines.get(id)?.classList.toggle('off', !keep);
      if (keep) shown += 1;
    }
    if (more && shown < cards.size) more.open = true;
    $('#shown').textContent = shown;
    $('#none').hidden = shown > 0;
  }
  if (form) {
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    filter();
  }

  /* A lead chosen, on the map or in the list */
  const chart = $('#chart');
  function choose(id) {
    all('.on').forEach((element) => element.classList.remove('on'));
    const line = lines.get(id);
    cards.get(id)?.classList.add('on');
    chart?.classList.toggle('chosen', Boolean(line));
    if (!line) return;
    line.classList.add('on');
    line.parentNode.append(line);
    line.dataset.sites.split('\u001f').forEach((site) => sites.get(site)?.classList.add('on'));
    $('#picked').textContent = $('title', line).textContent;
  }
  function open(id) {
    const card = cards.get(id);
    if (!card) return;
    card.hidden = false;
    if (more?.contains(card)) more.open = true;
    $('details', card).open = true;
    card.scrollIntoView({ block: 'start' });
    $('summary', card).focus({ preventScroll: true });
  }
  cards.forEach((card, id) => $('details', card).addEventListener('toggle', (event) => event.target.open && choose(id)));
  all('[data-locate]').forEach((button) => button.addEventListener('click', () => {
    choose(button.dataset.locate);
    $('#map').scrollIntoView({ block: 'start' });
  }));
  $('#all-lines')?.addEventListener('change', (event) => chart.classList.toggle('all', event.target.checked));

  /* The map: drag, wheel with Ctrl, buttons, arrow keys */
  if (chart) {
    const whole = chart.viewBox.baseVal;
    const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
    let view = { ...home };
    const rule = $('.scale .rule'), label = $('.scale .km'), base = $('.scale').dataset;
    function show() {
      chart.setAttribute('viewBox', `${view.x} ${view.y} ${view.w} ${view.h}`);
      const unit = view.w / chart.clientWidth;
      chart.style.setProperty('--unit', unit);
      chart.style.touchAction = view.w < home.w * 0.95 ? 'none' : 'pan-y';
      const wanted = view.w / base.width * base.km / 5, power = 10 ** Math.floor(Math.log10(wanted));
      const km = [5, 2, 1].map((step) => step * power).find((step) => step <= wanted) || power;
      rule.style.width = `${100 * km * base.width / base.km / view.w}%`;
      label.textContent = `${Number(km.toPrecision(2)).toLocaleString(document.documentElement.lang)}\u00a0km`;
    }
    function zoom(by, x = view.x + view.w / 2, y = view.y + view.h / 2) {
      const w = Math.min(home.w * 12, Math.max(home.w / 60, view.w * by)), k = w / view.w;
      view = { x: x - (x - view.x) * k, y: y - (y - view.y) * k, w, h: view.h * k };
      show();
    }
    const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    const fingers = new Map();
    let moved = 0;
    chart.addEventListener('pointerdown', (event) => { fingers.set(event.pointerId, event); moved = 0; });
    chart.addEventListener('pointermove', (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const [other] = [...fingers.values()].filter((finger) => finger.pointerId !== event.pointerId);
      if (other) {
        const gap = (a) => Math.hypot(a.clientX - other.clientX, a.clientY - other.clientY);
        const middle = at({ clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 });
        zoom(gap(before) / Math.max(gap(event), 1), middle.x, middle.y);
      } else if (event.pointerType !== 'touch' || view.w < home.w * 0.95) {
        const unit = view.w / chart.clientWidth;
        view.x -= (event.clientX - before.clientX) * unit;
        view.y -= (event.clientY - before.clientY) * unit;
        show();
      }
      moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
      if (moved > 4 && !chart.hasPointerCapture(event.pointerId)) chart.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, event);
    });
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) chart.addEventListener(end, (event) => fingers.delete(event.pointerId));
    chart.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { x, y } = at(event);
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, x, y);
    }, { passive: false });
    const keys = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    chart.addEventListener('keydown', (event) => {
      if (event.key === '+' || event.key === '=') zoom(1 / 1.4);
      else if (event.key === '-') zoom(1.4);
      else if (keys[event.key]) { view.x += keys[event.key][0] * view.w / 10; view.y += keys[event.key][1] * view.h / 10; show(); }
      else return;
      event.preventDefault();
    });
    const steps = { in: () => zoom(1 / 1.6), out: () => zoom(1.6), all: () => { view = { ...home }; show(); } };
    all('[data-zoom]').forEach((button) => button.addEventListener('click', steps[button.dataset.zoom]));
    chart.addEventListener('click', (event) => {
      if (moved > 4) return;
      const line = event.target.closest('g.line'), site = event.target.closest('g.site');
      if (site && form) { form.elements.text.value = site.dataset.name; filter(); $('#leads').scrollIntoView({ block: 'start' }); }
      else if (line) { choose(line.dataset.lead); open(line.dataset.lead); }
    });
    new ResizeObserver(show).observe(chart);
    show();
  }

  const unfold = () => { if (more) more.open = true; };
  addEventListener('beforeprint', unfold);
  matchMedia('print').addEventListener('change', unfold);

  /* A link to a lead opens it */
  const follow = () => { const card = document.getElementById(location.hash.slice(1)); if (card?.dataset.lead) open(card.dataset.lead); };
  addEventListener('hashchange', follow);
  follow();
})();
