namespace KamtibmasPortal.Web.Settings;

/// <param name="PerMinute">Requests a minute and address to the API; 0 sets no limit.</param>
public sealed record RateLimitSettings(int PerMinute)
{
    public static RateLimitSettings Read(SettingsReader reader) => new(reader.Number("RateLimits:PerMinute", 600, 0, 1_000_000));
}
