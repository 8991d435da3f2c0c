package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.clientele.testkit.server.LocalServer;
import org.clientele.testkit.server.MariaDbServer;
import org.clientele.testkit.server.OpenLdapServer;
import org.clientele.testkit.server.PostgresServer;
import org.clientele.testkit.server.TestCa;
import org.junit.jupiter.api.Test;

class ServersIT {

    @Test
    void postgresql() throws IOException {
        try (PostgresServer server = PostgresServer.started()) {
            assertThat(server.url()).contains(Integer.toString(server.port()));
            comesAndGoes(server);
        }
    }

    @Test
    void mariaDb() throws IOException {
        try (MariaDbServer server = MariaDbServer.started()) {
            assertThat(server.url()).contains(Integer.toString(server.port()));
            assertThat(greeting(server)).as("first byte of the greeting").isPositive();
            server.suspend();
            assertThatThrownBy(() -> greeting(server)).isInstanceOf(SocketTimeoutException.class);
            server.resume();
            assertThat(greeting(server)).isPositive();
            comesAndGoes(server);
        }
    }

    @Test
    void openLdap() throws IOException {
        try (OpenLdapServer server = OpenLdapServer.started("sizelimit 500")) {
            server.add("dn: ou=people," + OpenLdapServer.BASE + "\nobjectClass: organizationalUnit\nou: people\n");
            comesAndGoes(server);
            server.add("dn: ou=more," + OpenLdapServer.BASE + "\nobjectClass: organizationalUnit\nou: more\n");
            assertThatThrownBy(() -> server.add("dn: nonsense\n")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void openLdapWithTls() throws Exception {
        TestCa ca = new TestCa("CN=Test CA");
        TestCa.Issued certificate = ca.below("CN=Between").issue("CN=server", "127.0.0.1");
        try (OpenLdapServer server = OpenLdapServer.startedWithTls(certificate, Stream.empty(), "security ssf=128")) {
            SSLSocketFactory trusting = ca.server(ca.issue("CN=client")).getSocketFactory();
            try (SSLSocket socket = (SSLSocket) trusting.createSocket(server.host(), server.ldapsPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("LDAPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                assertThat(socket.getSession().getPeerCertificates()).containsExactlyElementsOf(certificate.chain());
            }
            assertThatThrownBy(() -> server.add(
                            "dn: ou=x," + OpenLdapServer.BASE + "\nobjectClass: organizationalUnit\nou: x\n"))
                    .as("in clear text")
                    .hasMessageContaining("confidentiality");
            comesAndGoes(server);
        }
    }

    private static void comesAndGoes(LocalServer server) throws IOException {
        connect(server);
        server.stop();
        assertThat(server.isRunning()).isFalse();
        assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
        server.start();
        connect(server);
        server.kill();
        assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
        server.start();
        connect(server);
    }

    private static void connect(LocalServer server) throws IOException {
        try (Socket socket = new Socket(server.host(), server.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static int greeting(LocalServer server) throws IOException {
        try (Socket socket = new Socket(server.host(), server.port())) {
            socket.setSoTimeout(1000);
            InputStream input = socket.getInputStream();
            return input.read();
        }
    }
}
