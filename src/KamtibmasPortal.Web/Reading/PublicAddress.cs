using KamtibmasPortal.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KamtibmasPortal.Web.Reading;

/// <summary>
/// The portal's absolute address, for feeds, the API and exports. Never taken from a request: the Host header is the visitor's to choose.
/// A verb has no server: it names the configured address or the one a portal has by itself.
/// </summary>
public sealed class PublicAddress(PortalSettings settings, IServer? server = null)
{
    /// <summary>Without a slash at its end.</summary>
    public string Root => settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? Listening;

    /// <summary>The first address that is listened to, as a browser on this machine would open it.</summary>
    public string Listening
    {
        get
        {
            var address = server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
            var binding = BindingAddress.Parse(address);
            var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
            return $"{binding.Scheme}://{host}:{binding.Port}";
        }
    }

    public string Of(string path) => Root + path;
}

public static class PublicAddressSetup
{
    public static void AddPublicAddress(this IServiceCollection services) => services.AddSingleton<PublicAddress>();
}
