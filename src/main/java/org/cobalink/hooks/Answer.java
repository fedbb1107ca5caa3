package org.cobalink.hooks;

import java.util.List;

/** The answer to a call, and what to keep of it. */
public record Answer(CardResponse response, List<Decision> decisions) {}
