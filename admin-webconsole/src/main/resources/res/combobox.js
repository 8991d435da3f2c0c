// Makes every field for a customer a combobox that searches on the server: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
// Without this script, or without an answer of the server, the field takes a customer ID as it is typed.
(() => {
  'use strict';
  const PAUSE = 200;
  const SLOW = 700;
  const TOO_LATE = 8000;
  const SEPARATORS = [';', ',', '|'];

  document.querySelectorAll('.combobox').forEach(enhance);

  function enhance(box) {
    const input = box.querySelector('input');
    const chosen = box.querySelector('.chosen');
    const words = box.dataset;
    const said = part('p', 'hidden');
    const panel = part('div', 'panel');
    const list = document.createElement('ul');
    const note = document.createElement('p');
    let active = null;
    let asked = null;
    let pause = 0;

    said.setAttribute('role', 'status');
    note.className = 'note';
    note.setAttribute('aria-hidden', 'true');
    list.id = input.id + '-options';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.label);
    panel.append(list, note);
    panel.hidden = true;
    Object.entries({
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-haspopup': 'listbox'
    }).forEach(([name, value]) => input.setAttribute(name, value));

    function part(tag, name) {
      const element = document.createElement(tag);
      element.className = name;
      box.append(element);
      return element;
    }

    // In a field that lists several customers the one behind the last separator is searched for.
    function begin() {
      const separator = 'several' in words && SEPARATORS.find(one => input.value.includes(one));
      return separator ? input.value.lastIndexOf(separator) + 1 : 0;
    }

    function wanted() {
      return input.value.slice(begin()).trim();
    }

    function search(then) {
      forget();
      const request = new AbortController();
      asked = request;
      const slow = setTimeout(() => say(words.searching), SLOW);
      const late = setTimeout(() => {
        answer(request, words.failed);
        request.abort();
      }, TOO_LATE);
      fetch(words.from + '?' + new URLSearchParams({search: wanted()}), {signal: request.signal, credentials: 'same-origin'})
        .then(response => response.text().then(text => {
          const page = new DOMParser().parseFromString(text, 'text/html');
          const message = page.querySelector('p');
          const fits = response.ok || response.status === 422 || response.status === 503;
          answer(request, fits && message ? message.textContent : words.failed, [...page.querySelectorAll('li')], then);
        }))
        .catch(() => answer(request, words.failed))
        .finally(() => {
          clearTimeout(slow);
          clearTimeout(late);
        });
    }

    function answer(request, message, items = [], then = () => {}) {
      if (asked !== request) {
        return;
      }
      asked = null;
      activate(null);
      list.replaceChildren(...items.map((item, index) => {
        const option = document.importNode(item, true);
        option.id = list.id + '-' + index;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        return option;
      }));
      list.hidden = items.length === 0;
      say(message);
      then();
    }

    function say(message) {
      if (document.activeElement !== input) {
        return;
      }
      said.textContent = message;
      note.textContent = message;
      panel.hidden = false;
      input.setAttribute('aria-expanded', String(!list.hidden && list.children.length > 0));
    }

    function forget() {
      clearTimeout(pause);
      if (asked) {
        const request = asked;
        asked = null;
        request.abort();
      }
    }

    function close() {
      forget();
      activate(null);
      list.replaceChildren();
      list.hidden = true;
      panel.hidden = true;
      said.textContent = '';
      input.setAttribute('aria-expanded', 'false');
    }

    function activate(option) {
      if (active) {
        active.setAttribute('aria-selected', 'false');
      }
      active = option;
      if (option) {
        option.setAttribute('aria-selected', 'true');
        option.scrollIntoView({block: 'nearest'});
        input.setAttribute('aria-activedescendant', option.id);
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function step(forward) {
      const options = [...list.children];
      const at = options.indexOf(active) + (forward ? 1 : active ? -1 : 0);
      activate(options.at(at < options.length ? at : 0) || null);
    }

    function move(forward) {
      if (list.children.length > 0) {
        step(forward);
      } else {
        search(() => step(forward));
      }
    }

    function choose(option) {
      const before = input.value.slice(0, begin());
      input.value = before + (before && !before.endsWith(' ') ? ' ' : '') + option.dataset.value;
      chosen.textContent = 'several' in words ? '' : option.dataset.name;
      close();
      input.dispatchEvent(new Event('change', {bubbles: true}));
    }

    function press(event) {
      if (event.key === 'Enter' && active) {
        choose(active);
      } else if (event.key === 'Escape' && !panel.hidden) {
        close();
      } else if (event.key === 'ArrowUp' && event.altKey) {
        close();
      } else if (event.key === 'ArrowDown' && event.altKey) {
        search();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        move(event.key === 'ArrowDown');
      } else {
        if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
          activate(null);
        }
        return;
      }
      event.preventDefault();
    }

    input.addEventListener('input', () => {
      forget();
      chosen.textContent = '';
      activate(null);
      pause = setTimeout(() => (wanted() ? search() : close()), PAUSE);
    });
    input.addEventListener('keydown', event => {
      if (!event.isComposing && !event.ctrlKey && !event.metaKey) {
        press(event);
      }
    });
    input.addEventListener('blur', close);
    panel.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) {
        choose(option);
      }
    });
  }
})();
