/* Starts: shows what stands at the address, and again whenever the address changes. */

import { follow } from "./navigation.js";
import { connect } from "./preview.js";
import { show } from "./show.js";

const { started, refresh } = follow(show);
started.then(() => connect({ refresh }));
