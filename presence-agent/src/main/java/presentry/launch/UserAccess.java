package presentry.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.account.AccountHolders;
import presentry.account.Accounts;
import presentry.account.Credentials;
import presentry.account.DigestCheck;
import presentry.account.EveryUserOfDomains;
import presentry.account.PasswordCheck;
import presentry.account.UserDirectory;
import presentry.account.WrongPasswords;
import presentry.agent.endpoint.SenderProof;
import presentry.launch.config.Config;
import presentry.launch.control.UserCommands;
import presentry.uri.Aor;
import presentry.xcap.http.AssertedAuthentication;
import presentry.xcap.http.Authentication;
import presentry.xcap.http.BasicAuthentication;
import presentry.xcap.http.DigestAuthentication;
import presentry.xcap.http.LocalPrograms;
import presentry.xcap.http.NoAuthentication;
import presentry.xcap.http.Requesters;

/** Who is a user of this server, and how users become known in both protocols, as the configuration has it. */
final class UserAccess {
    private static final Logger LOG = LoggerFactory.getLogger(UserAccess.class);

    private final Config config;
    private final PartSettings settings;
    private final Accounts accounts;
    private final WrongPasswords wrongPasswords;
    private final DigestCheck digest;

    /** @param random makes nonces; must not be foreseeable */
    UserAccess(PartSettings settings, Accounts accounts, ServerTime time, RandomGenerator random) {
        this.config = settings.config();
        this.settings = settings;
        this.accounts = accounts;
        this.wrongPasswords = new WrongPasswords(time.steady());
        this.digest = new DigestCheck(settings.digest(), accounts, wrongPasswords, time.steady(), random);
        warnOfOtherRealms();
        warnOfReadersWithoutDigest();
    }

    /** With passwords only accounts are users; without, everybody of the served domains is one. */
    UserDirectory users() {
        UserDirectory everybody = new EveryUserOfDomains(config.domains());
        return config.asksForPasswords() ? new AccountHolders(everybody, accounts) : everybody;
    }

    /** Whether somebody was given an account by name; never where everybody of the served domains is a user. */
    boolean hasAccount(Aor user) {
        return config.asksForPasswords() && accounts.of(user).isPresent();
    }

    /**
     * What an owner of the data folder may command.
     *
     * @param removed told who is no user any more
     */
    UserCommands commands(Consumer<Aor> removed) {
        return new UserCommands(accounts, config.auth().realm(), settings.domains(), user -> {
            if (!users().exists(user)) {
                removed.accept(user);
            }
        });
    }

    Optional<SenderProof> senderProof() {
        return switch (config.sip().authentication()) {
            case TRUSTED -> Optional.empty();
            case DIGEST -> Optional.of(new SenderProof(digest, config.sip().md5Agents()));
        };
    }

    Authentication http() {
        Config.Http http = config.http();
        Requesters requesters = new Requesters(http.administrators());
        return switch (http.authentication()) {
            case NONE -> new NoAuthentication(!http.allowNonLoopback());
            case BASIC ->
                new BasicAuthentication(
                        new PasswordCheck(config.auth().realm(), settings.homeDomain(), accounts, wrongPasswords),
                        requesters);
            case DIGEST -> new DigestAuthentication(digest, requesters, http.md5Agents());
            case TRUSTED -> new AssertedAuthentication(settings.trustedPeers(), users(), requesters);
        };
    }

    /** Who may read the figures; empty if nobody may. */
    Optional<Authentication> figures() {
        return switch (config.http().metrics()) {
            case LOOPBACK -> Optional.of(new LocalPrograms());
            case ADMINISTRATORS -> Optional.of(http().forManagement());
            case NOBODY -> Optional.empty();
        };
    }

    private void warnOfReadersWithoutDigest() {
        Config.Http http = config.http();
        if (http.metrics() == Config.MetricsReaders.ADMINISTRATORS
                && http.authentication() == Config.HttpAuthentication.DIGEST) {
            LOG.warn("Prometheus cannot read /metrics: http.metrics = \"administrators\" asks for Digest credentials,"
                    + " which Prometheus does not support. Set http.metrics = \"loopback\" and run the scraper on"
                    + " this machine, or set http.auth = \"basic\".");
        }
    }

    private void warnOfOtherRealms() {
        List<Credentials> unusable = accounts.all().stream()
                .filter(account -> !account.realm().equals(config.auth().realm()))
                .toList();
        if (config.asksForPasswords() && !unusable.isEmpty()) {
            LOG.warn(
                    "{} accounts, such as {}, have a password of another realm than {}: it does not count until it is"
                            + " set anew by `presentry user add`",
                    unusable.size(),
                    unusable.getFirst().user(),
                    config.auth().realm());
        }
    }
}
