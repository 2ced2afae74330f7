package presentry.launch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import presentry.policy.model.PolicyDefault;
import presentry.uri.Aor;

/** From a file and options to a configuration, or to all that is wrong. */
class ConfigReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutFileAndOptionsEveryKeyHasItsDefault() {
        Config config = valid(ConfigReader.read(Optional.empty(), List.of()));

        assertThat(config.sip().listen()).isEqualTo(new HostPort("127.0.0.1", 5065));
        assertThat(config.sip().transports()).isEqualTo(Set.of(Config.SipTransport.UDP, Config.SipTransport.TCP));
        assertThat(config.http().listen()).isEqualTo(new HostPort("127.0.0.1", 8080));
        assertThat(config.http().xcapRoot()).isEqualTo("/xcap-root");
        assertThat(config.data()).isEqualTo(Path.of("data"));
        assertThat(config.domains()).containsExactly("example.com");
        assertThat(config.policy().standard()).isEqualTo(PolicyDefault.MUTUAL);
        assertThat(config.message().nextHop()).isEmpty();
    }

    @Test
    void aFileIsReadGroupByGroup() throws IOException {
        Path file = file("""
            domains = ["Example.ORG", "bücher.example"]
            [publish]
            max-expires = 7200
            [message]
            next-hop = "sip:proxy.example.org:5060"
            """);

        Config config = valid(ConfigReader.read(Optional.of(file), List.of()));

        assertThat(config.domains()).containsExactly("example.org", "xn--bcher-kva.example");
        assertThat(config.publish().max()).isEqualTo(Duration.ofHours(2));
        assertThat(config.message().nextHop()).contains("sip:proxy.example.org:5060");
    }

    @Test
    void furtherUsagesAndGrantsAreReadByTheirWords() throws IOException {
        Path file = file("""
            [http]
            xcap-root-aliases = ["/org Example.org", "/top"]
            [xcap]
            usages = ["x-notes application/notes+xml urn:notes", "x-plans application/plans+xml urn:plans my plans.xsd"]
            grants = ["everybody read x-notes users", "sip:bob@example.com write * sip:alice@example.com"]
            """);

        Config config = valid(ConfigReader.read(Optional.of(file), List.of()));

        assertThat(config.http().xcapRootAliases())
                .containsExactly(
                        new RootAlias("/org", Optional.of("example.org")), new RootAlias("/top", Optional.empty()));
        assertThat(config.xcap().usages())
                .containsExactly(
                        new DescribedUsage("x-notes", "application/notes+xml", "urn:notes", Optional.empty()),
                        new DescribedUsage(
                                "x-plans", "application/plans+xml", "urn:plans", Optional.of(Path.of("my plans.xsd"))));
        assertThat(config.xcap().grants())
                .containsExactly(
                        new GrantedAccess(
                                Optional.empty(), false, Optional.of("x-notes"), new GrantedAccess.Whose.AnyUser()),
                        new GrantedAccess(
                                Aor.parse("sip:bob@example.com"),
                                true,
                                Optional.empty(),
                                new GrantedAccess.Whose.OneUser(
                                        Aor.parse("sip:alice@example.com").orElseThrow())));
    }

    @Test
    void aGrantThatCannotBeReadIsRefused() {
        assertThat(ConfigReader.read(
                        Optional.empty(), List.of(new Setting("xcap.grants", "everybody writes x users", "--set"))))
                .isInstanceOf(ConfigResult.Refused.class);
    }

    @Test
    void httpsTakesTwoPemFiles() throws IOException {
        Path file = file("""
            [http.tls]
            listen = "127.0.0.1:8443"
            certificate = "chain.pem"
            key = "key.pem"
            """);

        Config config = valid(ConfigReader.read(Optional.of(file), List.of()));

        assertThat(config.http().tls())
                .contains(new Config.Tls(
                        new HostPort("127.0.0.1", 8443),
                        new Config.CertificateFiles.Pem(Path.of("chain.pem"), Path.of("key.pem"))));
    }

    @Test
    void httpsWithoutAWholePairOfFilesIsRefused() {
        assertThat(onlyProblem(
                        new Setting("http.tls.listen", "127.0.0.1:8443", "--set"),
                        new Setting("http.tls.certificate", "chain.pem", "--set"),
                        new Setting("http.tls.pkcs12", "all.p12", "--set")))
                .contains("http.tls.key");
    }

    @Test
    void httpsWithoutAuthenticationStaysOnThisMachineToo() {
        assertThat(onlyProblem(
                        new Setting("http.tls.listen", "0.0.0.0:8443", "--set"),
                        new Setting("http.tls.certificate", "chain.pem", "--set"),
                        new Setting("http.tls.key", "key.pem", "--set")))
                .contains("http.allow-non-loopback");
    }

    @Test
    void anOptionGoesBeforeTheFile() throws IOException {
        Path file = file("mutual.linger = 10");

        Config config = valid(read(file, new Setting("mutual.linger", "20", "--set")));

        assertThat(config.mutual().linger()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aCommaPartsTheValuesOfAListInAnOption() {
        Config config = valid(read(new Setting("trust.peers", "10.0.0.0/8, 192.0.2.7", "--set")));

        assertThat(config.trust().peers()).map(AddressRange::toString).containsExactly("10.0.0.0/8", "192.0.2.7");
    }

    @Test
    void allProblemsAreNamedAtOnce() throws IOException {
        Path file = file("""
            [publish]
            max-expires = "soon"
            [sip]
            lisen = "127.0.0.1:5065"
            """);

        List<String> problems = refused(read(file, new Setting("policy.default", "maybe", "--set")));

        assertThat(problems)
                .containsExactly(
                        file + ": there is no key `sip.lisen`; did you mean `sip.listen`?",
                        "--set: policy.default is `maybe`; it must be a word, one of mutual, rfc, confirm, block,"
                                + " allow.",
                        file + ": publish.max-expires is `soon`; it must be whole seconds, 1 to 604800.");
    }

    @Test
    void aKeyThatResemblesNoneIsJustUnknown() {
        assertThat(refused(read(new Setting("foo", "1", "--set")))).containsExactly("--set: there is no key `foo`.");
    }

    @Test
    void aNumberOutsideItsRangeIsRefused() {
        List<String> problems = refused(read(new Setting("limits.mailbox-capacity", "1000001", "--set")));

        assertThat(problems)
                .containsExactly(
                        "--set: limits.mailbox-capacity is `1000001`; it must be a number of requests, 16 to 1000000.");
    }

    @Test
    void aListWhereOneValueBelongsIsRefused() throws IOException {
        assertThat(refused(read(file("data = [\"a\", \"b\"]"))))
                .singleElement()
                .asString()
                .contains("data is `a, b`");
    }

    @Test
    void anEmptyListOfDomainsIsRefused() throws IOException {
        assertThat(refused(read(file("domains = []"))))
                .singleElement()
                .asString()
                .contains("a list of 1 or more");
    }

    @Test
    void aShortestDurationAboveTheDefaultIsRefused() {
        List<String> problems = refused(read(new Setting("subscribe.default-expires", "59", "--set")));

        assertThat(problems)
                .containsExactly(
                        "subscribe.min-expires is 60 by default, but --set: subscribe.default-expires is `59`; "
                                + "it must not be longer.");
    }

    @Test
    void unauthenticatedHttpForOtherMachinesMustBeAllowedByItsKey() {
        Setting everywhere = new Setting("http.listen", "0.0.0.0:8080", "--http");

        assertThat(refused(read(everywhere))).singleElement().asString().contains("http.allow-non-loopback = true");
        assertThat(valid(read(everywhere, new Setting("http.allow-non-loopback", "true", "--set"))))
                .isNotNull();
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Path missing = folder.resolve("none.toml");

        assertThat(refused(read(missing))).containsExactly(missing + ": there is no such file.");
    }

    @Test
    void aFileThatIsNotTomlIsRefusedWithThePlace() throws IOException {
        Path file = file("domains = [\"a.example\"]\nsip listen = 1\n");

        assertThat(refused(read(file))).singleElement().asString().startsWith(file + ", line 2, column ");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("presentry.toml"), text);
    }

    private static ConfigResult read(Setting... settings) {
        return ConfigReader.read(Optional.empty(), List.of(settings));
    }

    private static ConfigResult read(Path file, Setting... settings) {
        return ConfigReader.read(Optional.of(file), List.of(settings));
    }

    private static String onlyProblem(Setting... settings) {
        ConfigResult result = ConfigReader.read(Optional.empty(), List.of(settings));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ConfigResult.Refused.class,
                        refused -> assertThat(refused.problems()).hasSize(1));
        return ((ConfigResult.Refused) result).problems().getFirst();
    }

    private static Config valid(ConfigResult result) {
        assertThat(result).isInstanceOf(ConfigResult.Valid.class);
        return ((ConfigResult.Valid) result).config();
    }

    private static List<String> refused(ConfigResult result) {
        assertThat(result).isInstanceOf(ConfigResult.Refused.class);
        return ((ConfigResult.Refused) result).problems();
    }
}
