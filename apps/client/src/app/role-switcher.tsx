import type { AppView } from "@rivulet/pages/view";
import type { Acting } from "./acting.ts";
import { useApp } from "./app-store.ts";
import { messages } from "./messages.ts";
import { tryAs } from "./navigation.ts";

/** Somebody as whom the application can be tried. */
interface Choice {
  readonly value: string;
  readonly label: string;
  readonly acting: Acting;
}

const self: Choice = { value: "self", label: messages.yourself, acting: {} };
const roleChoice = (userRole: string): Choice => ({
  value: `role:${userRole}`,
  label: userRole,
  acting: { userRole },
});
const demoChoice = (demoUser: string): Choice => ({
  value: `demo:${demoUser}`,
  label: demoUser,
  acting: { demoUser },
});

/** Whoever has signed in is himself, with all of his roles; at a machine of one's own one is a role at a time. */
function choicesOf({ person, userRoles, demoUsers = [] }: AppView) {
  return { own: person === undefined ? userRoles.map(roleChoice) : [self], demo: demoUsers.map(demoChoice) };
}

function presentValue({ person, userRole, demoUser }: AppView): string | undefined {
  if (demoUser !== undefined) return demoChoice(demoUser).value;
  if (person !== undefined) return self.value;
  return userRole === undefined ? undefined : roleChoice(userRole).value;
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

/** As which user role or demo user the application is tried, by whoever builds it. */
export function RoleSwitcher() {
  const app = useApp((state) => state.app);
  if (!app) return null;
  const { own, demo } = choicesOf(app);
  if (demo.length === 0 && (app.person !== undefined || own.length === 0)) return null;
  const choose = (value: string) => {
    const choice = [...own, ...demo].find((each) => each.value === value);
    if (choice) void tryAs(choice.acting);
  };
  return (
    <label className="role-switcher">
      <span>{messages.tryAs}</span>
      <select value={presentValue(app)} onChange={(event) => choose(event.target.value)} data-testid="try-as">
        {demo.length === 0 || app.person !== undefined ? (
          <Options choices={own} />
        ) : (
          <optgroup label={messages.userRoles}>
            <Options choices={own} />
          </optgroup>
        )}
        {demo.length > 0 && (
          <optgroup label={messages.demoUsers}>
            <Options choices={demo} />
          </optgroup>
        )}
      </select>
    </label>
  );
}
