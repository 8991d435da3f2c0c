// Comfort for the matrix, which works without it: a box for each column that checks all, types that imply others, changed rows.
(() => {
  'use strict';
  const form = document.getElementById('matrix');
  if (!form) {
    return;
  }
  const boxes = [...form.querySelectorAll('input[name=mark]')];
  const column = box => box.value.slice(box.value.indexOf(' ') + 1);
  const block = box => column(box).split('.')[0];
  const rowOf = box => box.closest('tr');
  const inRow = box => boxes.filter(other => rowOf(other) === rowOf(box) && block(other) === block(box));
  const implies = box => box.hasAttribute('data-implies');
  const before = new Map(boxes.map(box => [box, box.checked]));
  const heads = [...form.querySelectorAll('th[data-column]')].map(addBox);
  let saving = false;

  function addBox(head) {
    const all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', head.dataset.all);
    all.title = head.dataset.all;
    head.append(all);
    const own = boxes.filter(box => column(box) === head.dataset.column);
    all.disabled = own.length === 0;
    all.addEventListener('change', () => {
      own.filter(box => box.checked !== all.checked).forEach(box => {
        box.checked = all.checked;
        settle(box);
      });
      show();
    });
    return {all, own};
  }

  // Who may do everything may do each of it; who may not do one of it may not do everything.
  function settle(box) {
    const others = inRow(box).filter(other => other !== box);
    if (implies(box) && box.checked) {
      others.forEach(other => { other.checked = true; });
    } else if (!implies(box) && !box.checked) {
      others.filter(implies).forEach(other => { other.checked = false; });
    }
  }

  function show() {
    heads.forEach(({all, own}) => {
      const checked = own.filter(box => box.checked).length;
      all.checked = own.length > 0 && checked === own.length;
      all.indeterminate = checked > 0 && checked < own.length;
    });
    boxes.forEach(box => rowOf(box).classList.toggle('touched', false));
    changed().forEach(box => rowOf(box).classList.toggle('touched', true));
  }

  function changed() {
    return boxes.filter(box => box.checked !== before.get(box));
  }

  form.addEventListener('change', event => {
    if (event.target.name === 'mark') {
      settle(event.target);
      show();
    }
  });
  form.addEventListener('submit', () => { saving = true; });
  window.addEventListener('beforeunload', event => {
    if (!saving && changed().length > 0) {
      event.preventDefault();
    }
  });
  show();
})();
