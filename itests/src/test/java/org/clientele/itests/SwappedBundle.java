package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** A bundle of the container that is swapped as an operator does it. */
record SwappedBundle(BundleContext context, String name) {

    void stop() throws BundleException {
        bundle().stop();
    }

    void start() throws BundleException {
        bundle().start();
    }

    /** Stopped, read again from where it came, and started. */
    void update() throws BundleException, IOException, InterruptedException {
        Bundle bundle = bundle();
        bundle.stop();
        try (InputStream content = new URL(bundle.getLocation()).openStream()) {
            bundle.update(content);
        }
        refresh(bundle);
        start(bundle);
    }

    /**
     * Uninstalled and installed.
     *
     * @param between what is done while it is not there
     */
    void installAgain(Runnable between) throws BundleException, InterruptedException {
        Bundle bundle = bundle();
        String location = bundle.getLocation();
        int startLevel = bundle.adapt(BundleStartLevel.class).getStartLevel();
        bundle.uninstall();
        refresh(bundle);
        between.run();
        Bundle installed = context.getBundle(0).getBundleContext().installBundle(location);
        installed.adapt(BundleStartLevel.class).setStartLevel(startLevel);
        start(installed);
    }

    /** Resolved before: Felix takes its lock of all bundles for that, and gives up if it has one bundle's already and meets another. */
    private void start(Bundle bundle) throws BundleException {
        wiring().resolveBundles(List.of(bundle));
        bundle.start();
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring().refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        assertThat(refreshed.await(20, TimeUnit.SECONDS)).as("refreshed").isTrue();
    }

    private FrameworkWiring wiring() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }

    private Bundle bundle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
