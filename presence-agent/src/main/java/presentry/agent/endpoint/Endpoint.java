package presentry.agent.endpoint;

import presentry.agent.model.Watcher;

/** What is done with the requests of one method whose sender is settled. */
interface Endpoint {
    /** Called on a network thread: answers or passes on, and returns at once. */
    void received(Exchange exchange, Watcher sender);
}
