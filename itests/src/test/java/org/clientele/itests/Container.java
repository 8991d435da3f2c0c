package org.clientele.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.nio.file.Path;
import org.clientele.testkit.server.FreePort;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/**
 * The vanilla Karaf of the suite: what an operator downloads, the umbrella feature, and the libraries of the tests.
 * Nothing is downloaded: the container sees the repositories of this build alone.
 */
final class Container {

    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String MANAGEMENT = "etc/org.apache.karaf.management.cfg";
    private static final String WEB = "etc/org.ops4j.pax.web.cfg";
    private static final String SHELL = "etc/org.apache.karaf.shell.cfg";

    private Container() {}

    static Option[] options() {
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(fromLocalRepository("org/apache/karaf", "apache-karaf", "tar.gz"))
                    .karafVersion(karafVersion())
                    .name("Apache Karaf")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole(),
            configureSecurity().disableKarafMBeanServerBuilder(),
            logLevel(LogLevel.INFO),
            java(),
            ports(),
            repositories(),
            CoreOptions.environment(PlaceholdersTest.VARIABLE + "=" + PlaceholdersTest.VALUE),
            CoreOptions.systemProperty("clientele.version").value(System.getProperty("clientele.version")),
            CoreOptions.systemProperty("clientele.features.repository")
                    .value(repository("clientele.features.repository").toString()),
            features("file:" + System.getProperty("clientele.tests.feature"), "clientele-tests"),
            features(
                    maven("org.clientele", "features", System.getProperty("clientele.version"))
                            .classifier("features")
                            .type("xml"),
                    "clientele")
        };
    }

    /** What Karaf's start script gives to Java, and the quick compiler alone, as for all tests. */
    private static Option java() {
        String version = karafVersion();
        return vmOptions(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
                "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
                "-Djava.security.manager=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC");
    }

    private static String karafVersion() {
        return System.getProperty("clientele.karaf.version");
    }

    private static String fromLocalRepository(String folder, String artifact, String type) {
        return Path.of(System.getProperty("clientele.local.repository"), folder, artifact, karafVersion())
                .resolve(artifact + "-" + karafVersion() + "." + type)
                .toUri()
                .toString();
    }

    /** Read in place, so that nothing of another build answers from somewhere else. */
    private static Option repositories() {
        String tests = repository("clientele.tests.repository").toUri() + "@id=tests@snapshots";
        String features = repository("clientele.features.repository").toUri() + "@id=clientele@snapshots";
        return composite(
                editConfigurationFilePut(
                        MAVEN,
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots," + features + ","
                                + tests),
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.repositories", features),
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.localRepository", "${karaf.data}/maven"));
    }

    private static Path repository(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    }

    private static Option ports() {
        return composite(
                editConfigurationFilePut(MANAGEMENT, "rmiRegistryPort", port()),
                editConfigurationFilePut(MANAGEMENT, "rmiServerPort", port()),
                editConfigurationFilePut(WEB, "org.osgi.service.http.port", port()),
                editConfigurationFilePut(WEB, "org.ops4j.pax.web.listening.addresses", "127.0.0.1"),
                editConfigurationFilePut(SHELL, "sshPort", port()),
                editConfigurationFilePut(SHELL, "sshHost", "127.0.0.1"));
    }

    private static String port() {
        return Integer.toString(FreePort.next());
    }
}
