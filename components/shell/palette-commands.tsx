"use client";

import { Command } from "cmdk";
import { FlaskConical, Link2, Plus, Radio, SunMoon } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { toast } from "sonner";
import { otherEnvironment } from "@/lib/domain/environment";
import { environmentName } from "@/lib/format";
import { newApiKeyPath, switchedPath } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { PaletteItem } from "./palette-item";
import { THEME_NAMES, THEMES } from "./theme";
import { useLeaveGuard } from "./unsaved-changes";
import { useBaseUrl } from "./use-base-url";
import { chooseTheme } from "./use-theme";

/** Commands that end nothing: create, switch, copy, theme. */
export function PaletteCommands({ onClose, go }: { onClose: () => void; go: (href: string) => void }) {
  const environment = useEnvironment();
  const other = otherEnvironment(environment);
  const pathname = usePathname();
  const search = useSearchParams();
  const leave = useLeaveGuard();
  const baseUrl = useBaseUrl();

  const switchEnvironment = () => {
    const href = switchedPath(pathname, new URLSearchParams(search), other);
    onClose();
    if (leave(() => go(href))) go(href);
  };
  const copyBaseUrl = async () => {
    if (!baseUrl) return;
    try {
      await navigator.clipboard.writeText(baseUrl);
      toast.success("Base URL copied");
    } catch {
      toast.error(`The browser did not allow copying. The base URL is ${baseUrl}`);
    }
    onClose();
  };
  return (
    <Command.Group heading="Commands">
      <PaletteItem
        value="command create key"
        icon={Plus}
        label={`Create ${environment} key`}
        onSelect={() => go(newApiKeyPath(environment))}
      />
      <PaletteItem
        value={`command switch to ${other}`}
        icon={other === "production" ? Radio : FlaskConical}
        label={`Switch to ${other}`}
        onSelect={switchEnvironment}
      />
      {baseUrl ? (
        <PaletteItem
          value="command copy base url"
          icon={Link2}
          label="Copy base URL"
          note={`${environmentName(environment)}: ${baseUrl}`}
          onSelect={() => void copyBaseUrl()}
        />
      ) : null}
      <PaletteThemes onClose={onClose} />
    </Command.Group>
  );
}

function PaletteThemes({ onClose }: { onClose: () => void }) {
  return THEMES.map((theme) => (
    <PaletteItem
      key={theme}
      value={`command theme ${THEME_NAMES[theme]}`}
      icon={SunMoon}
      label={`Theme: ${THEME_NAMES[theme]}`}
      onSelect={() => {
        chooseTheme(theme);
        onClose();
      }}
    />
  ));
}
