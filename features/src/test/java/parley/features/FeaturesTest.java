package parley.features;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Runs every feature in this package's resources. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("parley.features")
@ConfigurationParameter(key = "cucumber.glue", value = "parley.features")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
final class FeaturesTest {
}
