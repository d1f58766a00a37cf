/** The answer of a creating call that made nothing, because what it asks for is there already: 200 in place of 201. */
export class FoundAnswer<Body> {
  constructor(readonly body: Body) {}
}

export const FOUND_STATUS = 200;
