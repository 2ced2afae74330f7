package presentry.launch.config;

import static presentry.launch.config.Kind.folder;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.word;

import java.nio.file.Path;
import java.util.List;
import presentry.uri.DomainName;

/** The keys that belong to no group. */
final class ServerKeys {
    static final ConfigKey<List<String>> DOMAINS = ConfigKey.of(
            "domains",
            listOf(word("a domain name", "", DomainName::toAscii), 1),
            "The domains whose users are served here. Requests for other domains are answered 404.",
            "example.com");

    static final ConfigKey<Path> DATA = ConfigKey.of(
            "data",
            folder(),
            "The folder of everything stored. It is made if it is missing, and locked against a second server.",
            "data");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(DOMAINS, DATA);

    private ServerKeys() {}
}
