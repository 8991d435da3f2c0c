package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** The check for what is left behind catches a planted leak of each kind, and lets go of it when it ends. */
public class FootprintTest extends KarafTest {
    private Footprint before;

    @Before
    public void takeFootprint() {
        before = Footprint.of(context);
    }

    @Test
    public void nothingIsLeftWhereNothingHappened() {
        assertNothingLeft();
    }

    @Test
    public void aThreadThatGoesOnIsNamed() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Thread planted = new Thread(() -> awaitQuietly(end), "planted-7");
        planted.start();
        assertThat(left()).contains("thread planted-# (1 more)");
        end.countDown();
        planted.join();
        assertNothingLeft();
    }

    @Test
    public void aThreadOfTheDirectoryThatHangsInACallIsNamed() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Thread planted = new Thread(() -> awaitQuietly(end), "clientele-call-4711");
        planted.start();
        within(5).untilAsserted(() -> assertThat(left()).contains("thread clientele-call-# (1 more)"));
        end.countDown();
        planted.join();
        assertNothingLeft();
    }

    @Test
    public void aConnectionThatStaysOpenIsNamed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            assertThat(accepted.getPort()).isEqualTo(client.getLocalPort());
            assertThat(left())
                    .contains(
                            "socket listening at port " + server.getLocalPort() + " (1 more)",
                            "socket connected at port " + server.getLocalPort() + " (1 more)",
                            "socket connected to port " + server.getLocalPort() + " (1 more)");
        }
        assertNothingLeft();
    }

    @Test
    public void aSelectorThatStaysOpenIsNamed() throws Exception {
        try (Selector planted = Selector.open()) {
            assertThat(planted.isOpen()).isTrue();
            assertThat(left()).contains("selector (1 more)");
        }
        assertNothingLeft();
    }

    @Test
    public void aServiceThatStaysRegisteredIsNamed() {
        ServiceRegistration<Runnable> planted = context.registerService(Runnable.class, () -> {}, null);
        assertThat(left()).anySatisfy(line -> assertThat(line).startsWith("service java.lang.Runnable of "));
        planted.unregister();
        assertNothingLeft();
    }

    @Test
    public void aServiceThatIsNotGivenBackIsNamed() {
        ServiceReference<?> reference = context.getServiceReference("org.osgi.service.event.EventAdmin");
        assertThat(context.getService(reference)).isNotNull();
        assertThat(left())
                .anySatisfy(line -> assertThat(line).startsWith("use of org.osgi.service.event.EventAdmin by "));
        context.ungetService(reference);
        assertNothingLeft();
    }

    private List<String> left() {
        return Footprint.of(context).leftSince(before);
    }

    private void assertNothingLeft() {
        within(10).untilAsserted(() -> assertThat(left()).isEmpty());
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
