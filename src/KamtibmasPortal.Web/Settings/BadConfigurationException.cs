namespace KamtibmasPortal.Web.Settings;

/// <summary>The portal can't start as configured; each fault names its key and what would be right.</summary>
public sealed class BadConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults => faults;
}
