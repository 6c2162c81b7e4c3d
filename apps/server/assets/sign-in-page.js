// The page on which people sign in, and on which a one-time link is used: it stands after the # of the address, which no
// browser sends to a server.

const signInForm = document.getElementById("sign-in");
const linkForm = document.getElementById("link");
const unreachable = "The server cannot be reached. Try again in a moment.";

/** Sends JSON; answers what came back, or throws the sentence that says why not. */
async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(unreachable);
  });
  const content = await answer.json().catch(() => ({ detail: unreachable }));
  if (answer.ok) return content;
  throw new Error(
    content.code === "wrong-request" ? "Write a whole address and a password." : content.detail,
  );
}

function showFault(form, message) {
  const fault = form.querySelector(".fault");
  fault.textContent = message;
  fault.hidden = message === "";
}

/** Where somebody wanted to go: a path of this server and nothing else. */
function wantedPath() {
  const wanted = new URLSearchParams(location.search).get("next") ?? "/";
  const url = new URL(wanted, location.origin);
  return url.origin === location.origin && wanted.startsWith("/") ? url.pathname + url.search : "/";
}

function enter({ person }) {
  const path = wantedPath();
  // Whoever may not look at the project goes to the application.
  location.replace(
    person.authoring === "none" && !path.startsWith("/app") && path !== "/api/docs" ? "/app" : path,
  );
}

/** Sends a form once at a time; what is wrong stands in the form. */
function onSubmit(form, send) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    showFault(form, "");
    try {
      enter(await send(Object.fromEntries(new FormData(form))));
    } catch (error) {
      showFault(form, error.message);
      button.disabled = false;
    }
  });
}

const purposes = {
  "first-administrator": {
    title: "Make the first account",
    text: "It is the administrator's: you then make accounts for other people.",
    button: "Make the account",
    focus: "name",
  },
  password: { title: "Choose a password", text: "", button: "Save and sign in", focus: "new-password" },
};

function showLink(token, { purpose, name, email }) {
  const { title, text, button, focus } = purposes[purpose];
  linkForm.querySelector("h1").textContent = title;
  linkForm.querySelector("#link-purpose").textContent = email === undefined ? text : `For ${name}, ${email}.`;
  linkForm.querySelector("button").textContent = button;
  if (purpose === "password") {
    // The name and the address stand already. Password managers want to know for whom it is.
    linkForm.querySelector("#name-field").remove();
    linkForm.querySelector("#new-email").value = email;
    linkForm.querySelector("#new-email-field").hidden = true;
  }
  signInForm.hidden = true;
  linkForm.hidden = false;
  document.getElementById(focus).focus();
  onSubmit(linkForm, async (form) => {
    if (form["new-password"] !== form.repeated) throw new Error("The two passwords are not the same.");
    const facts = purpose === "password" ? {} : { name: form.name, email: form["new-email"] };
    const used = await post("/api/v1/one-time-links/use", {
      token,
      password: form["new-password"],
      ...facts,
    });
    history.replaceState(null, "", location.pathname + location.search);
    return used;
  });
}

onSubmit(signInForm, ({ email, password }) => post("/api/v1/session", { email, password }));

const openId = document.getElementById("open-id");
if (openId) openId.href = `/sign-in/open-id?next=${encodeURIComponent(wantedPath())}`;

const refusals = {
  "open-id-failed": "Signing in elsewhere did not work. Try it again.",
  "open-id-unknown":
    "Nobody with that account may use this server. Ask an administrator to add you, with that address.",
};
showFault(signInForm, refusals[new URLSearchParams(location.search).get("refused")] ?? "");

const token = new URLSearchParams(location.hash.slice(1)).get("link");
if (token === null) document.getElementById("email").focus();
else {
  try {
    showLink(token, await post("/api/v1/one-time-links/look", { token }));
  } catch (error) {
    showFault(signInForm, error.message);
  }
}
