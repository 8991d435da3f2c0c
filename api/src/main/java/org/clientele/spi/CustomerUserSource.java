package org.clientele.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** A source of customer users: the service that fills a slot {@code CustomerUser}, {@code CustomerUser1} and so on. */
@ConsumerType
public interface CustomerUserSource extends DirectorySource {}
