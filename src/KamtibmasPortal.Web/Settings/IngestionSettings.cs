namespace KamtibmasPortal.Web.Settings;

/// <summary>How this process polls sources.</summary>
public sealed record IngestionSettings(bool Enabled, int MaxConcurrency, int LeaseSeconds, int HostDelayMs, IReadOnlyList<string> AllowedPrivateHosts)
{
    public static IngestionSettings Read(SettingsReader reader) => new(
        reader.Flag("Ingestion:Enabled", fallback: true),
        reader.Number("Ingestion:MaxConcurrency", 8, 1, 256),
        reader.Number("Ingestion:LeaseSeconds", 60, 5, 86_400),
        reader.Number("Ingestion:HostDelayMs", 1000, 0, 3_600_000),
        Hosts(reader));

    private static List<string> Hosts(SettingsReader reader)
    {
        var hosts = new List<string>();
        foreach (var (key, value) in reader.List("Ingestion:AllowedPrivateHosts"))
        {
            if (Uri.TryCreate($"http://{value}", UriKind.Absolute, out var url) && url.PathAndQuery == "/" && url.UserInfo.Length == 0 && HasPort(value))
            {
                hosts.Add(value);
            }
            else
            {
                reader.Refuse(key, "host:port, such as 127.0.0.1:8080");
            }
        }

        return hosts;
    }

    private static bool HasPort(string host) => host.LastIndexOf(':') is var colon and > 0 && ushort.TryParse(host.AsSpan(colon + 1), out _);
}
