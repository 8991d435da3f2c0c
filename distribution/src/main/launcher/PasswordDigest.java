import java.nio.charset.StandardCharsets;
import org.jasypt.digest.config.SimpleDigesterConfig;
import org.jasypt.util.password.ConfigurablePasswordEncryptor;

/**
 * Prints the salted digest of the password on standard input, as etc/org.apache.karaf.jaas.cfg asks for it. {@code
 * ./run} starts it as a source file, so that the password is never on a command line.
 */
final class PasswordDigest {

    private PasswordDigest() {}

    public static void main(String[] arguments) throws java.io.IOException {
        String password = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        SimpleDigesterConfig settings = new SimpleDigesterConfig();
        settings.setAlgorithm("SHA-512");
        ConfigurablePasswordEncryptor digest = new ConfigurablePasswordEncryptor();
        digest.setConfig(settings);
        digest.setStringOutputType("base64");
        System.out.println(digest.encryptPassword(password));
    }
}
