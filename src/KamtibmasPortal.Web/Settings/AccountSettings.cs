namespace KamtibmasPortal.Web.Settings;

/// <param name="RequireTwoFactor">Whoever signs in without a second factor can do nothing but set one up.</param>
public sealed record AccountSettings(bool RequireTwoFactor)
{
    public static AccountSettings Read(SettingsReader reader) => new(reader.Flag("Accounts:RequireTwoFactor", fallback: false));
}
