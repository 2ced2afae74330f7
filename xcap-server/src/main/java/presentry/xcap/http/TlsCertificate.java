package presentry.xcap.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificate by which the server shows who it is, with its chain and its private key. */
public final class TlsCertificate {

    /** RFC 7468, section 10. */
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    private final KeyStore store;
    private final char[] password;

    private TlsCertificate(KeyStore store, char[] password) {
        this.store = store;
        this.password = password;
    }

    /** All that reading can end in. */
    public sealed interface Reading {

        /** It can be used. */
        record Read(TlsCertificate certificate) implements Reading {}

        /**
         * It cannot.
         *
         * @param sentence why not, and what to do: for the person who starts the server
         */
        record Refused(String sentence) implements Reading {}
    }

    /**
     * Reads two PEM files.
     *
     * @param certificate the certificate, followed by those that signed it
     * @param key the private key, without a password, as PKCS#8
     */
    public static Reading pem(Path certificate, Path key) {
        try (InputStream in = Files.newInputStream(certificate)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .toArray(Certificate[]::new);
            Matcher pem = PRIVATE_KEY.matcher(Files.readString(key));
            if (!pem.find()) {
                return new Reading.Refused(
                        key + " has no `BEGIN PRIVATE KEY`: convert the key by" + " `openssl pkcs8 -topk8 -nocrypt`.");
            }
            Optional<PrivateKey> own = privateKey(Base64.getMimeDecoder().decode(pem.group(1)));
            if (chain.length == 0 || own.isEmpty() || !belong(chain[0], own.get())) {
                return new Reading.Refused("The key in " + key + " is not that of the certificate in " + certificate
                        + ": give the two that were made together.");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", own.get(), new char[0], chain);
            return new Reading.Read(new TlsCertificate(store, new char[0]));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            return new Reading.Refused("The certificate " + certificate + " with the key " + key + " cannot be read ("
                    + unusable.getClass().getSimpleName() + "): both must be PEM files that the server may read.");
        }
    }

    /**
     * Reads a PKCS#12 file.
     *
     * @param passwordFile its first line is the password
     */
    public static Reading pkcs12(Path file, Path passwordFile) {
        try {
            char[] password = Files.readString(passwordFile)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            return new Reading.Read(new TlsCertificate(store, password));
        } catch (IOException | GeneralSecurityException unusable) {
            return new Reading.Refused("The PKCS#12 file " + file + " cannot be read ("
                    + unusable.getClass().getSimpleName() + "): is its password the first line of " + passwordFile
                    + "?");
        }
    }

    /** PKCS#8 names the algorithm; only the factory of that algorithm takes it. */
    private static Optional<PrivateKey> privateKey(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            Optional<PrivateKey> key = privateKey(KeyFactory.getInstance(algorithm), pkcs8);
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    private static Optional<PrivateKey> privateKey(KeyFactory factory, byte[] pkcs8) {
        try {
            return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (InvalidKeySpecException ofAnotherAlgorithm) {
            return Optional.empty();
        }
    }

    private static boolean belong(Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        String name =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        byte[] text = {1};
        Signature signature = Signature.getInstance(name);
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update(text);
        return signature.verify(signed);
    }

    KeyStore store() {
        return store;
    }

    String password() {
        return new String(password);
    }

    /** Whether it is the same certificate with the same chain. */
    boolean sameAs(TlsCertificate other) {
        try {
            return Arrays.equals(chain(), other.chain());
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    private Certificate[] chain() throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain != null) {
                return chain;
            }
        }
        return new Certificate[0];
    }
}
