import { useEffect, useState } from "react";

/** The line at which one is taken to read, as a share of the window: below the header, and below a heading that was jumped to. */
const LINE = 0.25;
/** Further than this somebody scrolled; less may be a layout that settled. */
const SETTLING_PX = 8;

/**
 * The id of the heading whose section is being read: the last one that began above the line. After a jump it is the one jumped to,
 * also where the page is too short to bring it up, until somebody scrolls on.
 */
export function useSectionRead(ids: readonly string[]): string | null {
  const [read, setRead] = useState<string | null>(null);
  useEffect(() => {
    const sections = ids.flatMap((id) => {
      const place = document.getElementById(id)?.closest("section, article");
      return place ? [{ id, place }] : [];
    });
    let jump: { id: string; y: number } | null = null;
    const mark = () => {
      if (jump && Math.abs(window.scrollY - jump.y) > SETTLING_PX) jump = null;
      const line = window.innerHeight * LINE;
      const begun = sections.findLast(({ place }) => place.getBoundingClientRect().top <= line);
      setRead(jump?.id ?? begun?.id ?? sections[0]?.id ?? null);
    };
    const follow = () => {
      const id = window.location.hash.slice(1);
      jump = ids.includes(id) ? { id, y: window.scrollY } : null;
      mark();
    };
    const leaveJump = () => {
      if (jump) mark();
    };
    follow();
    // Asked when a section comes to the line or leaves it, and not at every scroll.
    const observer = new IntersectionObserver(mark, { rootMargin: `-${LINE * 100}% 0px -${100 - LINE * 100}% 0px` });
    for (const { place } of sections) observer.observe(place);
    window.addEventListener("hashchange", follow);
    window.addEventListener("scroll", leaveJump, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener("hashchange", follow);
      window.removeEventListener("scroll", leaveJump);
    };
  }, [ids]);
  return read;
}
