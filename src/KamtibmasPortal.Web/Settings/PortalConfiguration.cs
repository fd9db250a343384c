namespace KamtibmasPortal.Web.Settings;

/// <summary>Everything that can be configured, read and checked once.</summary>
public sealed record PortalConfiguration(
    StorageSettings Storage, PortalSettings Portal, RateLimitSettings RateLimits,
    IngestionSettings Ingestion, IReadOnlyList<SourceSettings> Sources, AdminSettings Admin, AccountSettings Accounts, MailSettings Mail)
{
    /// <exception cref="BadConfigurationException">A value is not legal.</exception>
    public static PortalConfiguration Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        ListeningAddresses(reader);
        var settings = new PortalConfiguration(
            StorageSettings.Read(reader), PortalSettings.Read(reader), RateLimitSettings.Read(reader),
            IngestionSettings.Read(reader), SourceSettings.ReadAll(reader), AdminSettings.Read(reader), AccountSettings.Read(reader), MailSettings.Read(reader));
        return reader.Faults.Count == 0 ? settings : throw new BadConfigurationException(reader.Faults);
    }

    /// <summary>Kestrel would complain too, but without naming the key.</summary>
    private static void ListeningAddresses(SettingsReader reader)
    {
        foreach (var address in reader.Text("urls")?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (!CanListen(address))
            {
                reader.RefuseAs("ASPNETCORE_URLS", address, "addresses such as http://localhost:5080 with a port from 0 to 65535, separated by semicolons (also --urls)");
            }
        }
    }

    private static bool CanListen(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.Scheme is "http" or "https" && binding.PathBase.Length == 0 && (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port is >= 0 and <= ushort.MaxValue);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public void AddTo(IServiceCollection services) =>
        services.AddSingleton(this).AddSingleton(Storage).AddSingleton(Portal).AddSingleton(RateLimits).AddSingleton(Ingestion).AddSingleton(Sources).AddSingleton(Admin).AddSingleton(Accounts).AddSingleton(Mail);
}
