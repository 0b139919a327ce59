// Share and print on the page of an engagement. Without this file the panel of plain links opens by itself.
"use strict";

for (const actions of document.querySelectorAll("[data-share-url]")) {
  const { shareUrl: url, shareTitle: title } = actions.dataset;
  const done = actions.querySelector(".share__done");

  actions.querySelector("summary").addEventListener("click", (event) => {
    if (!navigator.share) return;
    event.preventDefault();
    // A reader who closes the share sheet has changed their mind: no message is due.
    navigator.share({ url, title }).catch(() => {});
  });

  const copy = actions.querySelector("[data-copy]");
  if (navigator.clipboard) {
    copy.parentElement.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(url);
      done.textContent = copy.dataset.copied;
    });
  }

  const print = actions.querySelector("[data-print]");
  print.parentElement.hidden = false;
  print.addEventListener("click", () => window.print());
}
