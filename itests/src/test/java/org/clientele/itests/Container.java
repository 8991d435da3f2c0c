package org.clientele.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The vanilla Karaf of the suite: what an operator downloads, the feature repository of this build, the umbrella. */
final class Container {

    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String MANAGEMENT = "etc/org.apache.karaf.management.cfg";
    private static final String WEB = "etc/org.ops4j.pax.web.cfg";
    private static final String SHELL = "etc/org.apache.karaf.shell.cfg";

    private Container() {}

    static Option[] options() {
        List<Integer> ports = freePorts(4);
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(
                            maven("org.apache.karaf", "apache-karaf", System.getProperty("clientele.karaf.version"))
                                    .type("tar.gz"))
                    .name("Apache Karaf")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureSecurity().disableKarafMBeanServerBuilder(),
            logLevel(LogLevel.INFO),
            java(),
            ports(ports),
            repositories(),
            editConfigurationFilePut("etc/users.properties", "karaf", "karaf,_g_:admingroup"),
            editConfigurationFilePut("etc/users.properties", "_g_\\:admingroup", "group,admin,manager,viewer,ssh"),
            mavenBundle("org.awaitility", "awaitility").versionAsInProject(),
            mavenBundle("org.hamcrest", "hamcrest").versionAsInProject(),
            features(
                    maven("org.clientele", "features", System.getProperty("clientele.version"))
                            .classifier("features")
                            .type("xml"),
                    "clientele")
        };
    }

    /** What is installed comes from this build, the libraries of the tests from Maven's; nothing from the network. */
    private static Option repositories() {
        return composite(
                editConfigurationFilePut(MAVEN, "org.ops4j.pax.url.mvn.repositories", ""),
                editConfigurationFilePut(
                        MAVEN,
                        "org.ops4j.pax.url.mvn.localRepository",
                        Path.of("target/exam-repository").toAbsolutePath().toString()),
                editConfigurationFilePut(
                        MAVEN,
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "${karaf.home.uri}system@id=system@snapshots,"
                                + uri("clientele.features.repository") + "@id=clientele@snapshots,"
                                + uri("clientele.exam.repository") + "@id=exam,"
                                + uri("clientele.maven.repository") + "@id=tests"));
    }

    private static String uri(String property) {
        return Path.of(System.getProperty(property))
                .toAbsolutePath()
                .normalize()
                .toUri()
                .toString();
    }

    private static Option ports(List<Integer> ports) {
        return composite(
                editConfigurationFilePut(
                        MANAGEMENT, "rmiRegistryPort", ports.get(0).toString()),
                editConfigurationFilePut(
                        MANAGEMENT, "rmiServerPort", ports.get(1).toString()),
                editConfigurationFilePut(
                        WEB, "org.osgi.service.http.port", ports.get(2).toString()),
                editConfigurationFilePut(WEB, "org.ops4j.pax.web.listening.addresses", "127.0.0.1"),
                editConfigurationFilePut(SHELL, "sshPort", ports.get(3).toString()),
                editConfigurationFilePut(SHELL, "sshHost", "127.0.0.1"));
    }

    /** What Karaf's start script gives to Java. */
    private static Option java() {
        String version = System.getProperty("clientele.karaf.version");
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
                "-Djava.security.manager=allow");
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
