"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    while (head.firstChild) button.append(head.firstChild);
    head.append(button);
    button.addEventListener("click", () => {
      const turn = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", turn === 1 ? "ascending" : "descending");
      const isNumber = head.classList.contains("number");
      const key = (row) => {
        const text = row.cells[column].textContent.trim();
        return isNumber ? (text === "" ? -Infinity : Number(text.replaceAll(",", ""))) : text;
      };
      const order = (a, b) => (isNumber ? (a < b ? -1 : a > b ? 1 : 0) : a.localeCompare(b, "zh"));
      const body = table.tBodies[0];
      body.append(...[...body.rows].sort((a, b) => turn * order(key(a), key(b))));
    });
  });
}
