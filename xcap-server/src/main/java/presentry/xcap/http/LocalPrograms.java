package presentry.xcap.http;

import org.eclipse.jetty.server.Request;

/** Lets in the programs of this machine, whoever runs them, and nobody else; not even who comes through a proxy on it. */
public final class LocalPrograms implements Authentication {

    private final Authentication withoutTraceOfAProxy = new NoAuthentication(true);

    @Override
    public Identified identify(Request request) {
        return Peers.isLoopback(request)
                ? withoutTraceOfAProxy.identify(request)
                : new Identified.Refused("Only programs of the server's own machine may ask for this.");
    }
}
