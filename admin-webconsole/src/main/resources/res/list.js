// Comfort for lists whose records can be picked, which work without it: one box that picks all of the page.
(() => {
  'use strict';
  function prepare() {
    const head = document.querySelector('thead .pick');
    if (!head || head.querySelector('input')) {
      return;
    }
    const boxes = [...document.querySelectorAll('input[name=pick]')];
    const all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', head.dataset.all);
    all.title = head.dataset.all;
    head.replaceChildren(all);
    document.querySelectorAll('.pickall').forEach(link => link.remove());
    const show = () => {
      const picked = boxes.filter(box => box.checked).length;
      all.checked = boxes.length > 0 && picked === boxes.length;
      all.indeterminate = picked > 0 && picked < boxes.length;
    };
    all.addEventListener('change', () => boxes.forEach(box => { box.checked = all.checked; }));
    boxes.forEach(box => box.addEventListener('change', show));
    show();
  }
  document.addEventListener('htmx:afterSettle', prepare);
  prepare();
})();
