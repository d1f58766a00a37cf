"use client";

import { CircleQuestionMark, PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { WithTooltip } from "@/components/ui/tooltip";
import { EnvironmentSwitch } from "./environment-switch";
import { Navigation, SIDEBAR_LINE } from "./navigation";
import { OrganizationMenu } from "./organization-menu";
import { UserMenu } from "./user-menu";

export type ShellViewer = { person: { name: string; email: string }; organization: { name: string } };

type SidebarProps = {
  viewer: ShellViewer;
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
  onHelp: () => void;
};

/** The sidebar of wide screens: 232 px, or 56 px with tooltips. */
export function Sidebar({ viewer, collapsed, onCollapse, onHelp }: SidebarProps) {
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside
      aria-label="Sidebar"
      className={classNames(
        "sticky top-[calc(var(--strip)+var(--bar))] hidden h-[calc(100dvh-var(--strip)-var(--bar))] shrink-0 flex-col gap-4 overflow-y-auto border-r bg-surface p-2 lg:flex print:hidden",
        collapsed ? "w-14" : "w-58",
      )}
    >
      <SidebarContent viewer={viewer} collapsed={collapsed} onHelp={onHelp}>
        <SidebarButton
          icon={Icon}
          label={collapsed ? "Expand sidebar" : "Collapse sidebar"}
          collapsed={collapsed}
          onClick={() => onCollapse(!collapsed)}
        />
      </SidebarContent>
    </aside>
  );
}

type SidebarContentProps = {
  viewer: ShellViewer;
  collapsed?: boolean;
  onHelp: () => void;
  /** A link was followed; the phone's sheet closes. */
  onFollow?: () => void;
  children?: React.ReactNode;
};

/** Organization, environment, pages, help, user: the same in the sidebar and in the phone's sheet. */
export function SidebarContent({ viewer, collapsed = false, onHelp, onFollow, children }: SidebarContentProps) {
  return (
    <>
      <div className="grid gap-2">
        <OrganizationMenu name={viewer.organization.name} collapsed={collapsed} />
        <EnvironmentSwitch compact={collapsed} stacked={collapsed} />
      </div>
      <Navigation collapsed={collapsed} onFollow={onFollow} />
      <div className="mt-auto grid gap-0.5">
        {children}
        <SidebarButton icon={CircleQuestionMark} label="Help and shortcuts" collapsed={collapsed} onClick={onHelp} />
        <UserMenu person={viewer.person} collapsed={collapsed} />
      </div>
    </>
  );
}

type SidebarButtonProps = { icon: typeof PanelLeftOpen; label: string; collapsed: boolean; onClick: () => void };

function SidebarButton({ icon: Icon, label, collapsed, onClick }: SidebarButtonProps) {
  const button = (
    <button
      type="button"
      onClick={onClick}
      className={classNames(SIDEBAR_LINE, "hover:bg-subtle", collapsed && "justify-center")}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className={collapsed ? "sr-only" : "truncate"}>{label}</span>
    </button>
  );
  return collapsed ? (
    <WithTooltip text={label} side="right">
      {button}
    </WithTooltip>
  ) : (
    button
  );
}
