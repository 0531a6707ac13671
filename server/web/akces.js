// What helps where scripts run; every page works without it.
'use strict';

// The setup link's secret stands behind "#", so that it is in no log.
const setUp = document.getElementById('set-up');
if (setUp && location.hash.startsWith('#setup=')) {
  setUp.elements.secret.value = location.hash.slice(7);
  history.replaceState(null, '', location.pathname);
}

// Files may be dropped on their field.
for (const zone of document.querySelectorAll('.drop')) {
  const input = zone.querySelector('input[type=file]');
  const mark = (on) => (event) => { event.preventDefault(); zone.classList.toggle('over', on); };
  zone.addEventListener('dragover', mark(true));
  zone.addEventListener('dragleave', mark(false));
  zone.addEventListener('drop', (event) => {
    mark(false)(event);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change'));
  });
}

// A link that is shown can be copied.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.done;
  });
}

// Long work: the page looks again until it is done.
const going = document.querySelector('[data-again]');
if (going) setTimeout(() => location.reload(), Number(going.dataset.again) * 1000);
