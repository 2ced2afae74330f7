package presentry.launch;

import java.util.List;
import presentry.account.Accounts;
import presentry.agent.shard.Pulse;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.http.ChangesResource;
import presentry.xcap.http.HttpServer;
import presentry.xcap.http.Metrics;
import presentry.xcap.http.UserDocumentsResource;
import presentry.xcap.http.UsersResource;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.sql.SqlDocumentOwners;
import presentry.xcap.usage.ApplicationUsages;

/** XCAP, management, health and figures, behind one HTTP server. */
record HttpSide(Foundation base, DocumentSide documents, UserAccess access, Accounts accounts) {

    /** The application usages of this server, unless the configuration describes one that cannot be. */
    Usages.Made usages() {
        return new Usages(
                        documents.recent(),
                        access::hasAccount,
                        documents.engine(),
                        base.config().policy().legacyCommonPolicy(),
                        base.settings().xml())
                .with(base.config().xcap().usages());
    }

    /** A server that does not listen yet. */
    HttpServer server(ApplicationUsages usages, Pulse pulse) {
        PartSettings settings = base.settings();
        XcapService xcap = new XcapService(
                usages,
                access.users()::exists,
                settings.grants(),
                documents.recent(),
                new DocumentETags(base.random()),
                settings.xcapLimits());
        base.figures().add(xcap);
        return new HttpServer(
                settings.http(),
                settings.xcapUris(),
                xcap,
                access.http(),
                List.of(
                        new StorageHealth(base.database()),
                        new PulseHealth(pulse),
                        new RulesHealth(documents.unusable())),
                new Metrics(base.figures().registry(), base.figures()::text, access.figures()),
                management(xcap, usages),
                base.time().steady());
    }

    private List<Object> management(XcapService xcap, ApplicationUsages usages) {
        return List.of(
                new ChangesResource(documents.store(), documents.lineage(), documents.changes()),
                new UsersResource(accounts, new SqlDocumentOwners(base.database())),
                new UserDocumentsResource(
                        documents.recent(),
                        xcap,
                        usages,
                        base.settings().xcapUris(),
                        base.settings().xcapRoot(),
                        base.config().limits().maxDocumentBytes()));
    }
}
