using System.Net;
using System.Net.Sockets;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>Whether an address may be dialled: only the public internet, as the IANA registries of special-purpose addresses leave it (2025).</summary>
public static class AddressGuard
{
    private static readonly IPNetwork[] Special =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>True for an address of the public internet. IPv4 inside IPv6 is judged as the IPv4 it is.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var dialled = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return dialled.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && (dialled.AddressFamily is AddressFamily.InterNetwork || dialled.ScopeId == 0)
            && !Array.Exists(Special, n => n.BaseAddress.AddressFamily == dialled.AddressFamily && n.Contains(dialled));
    }
}

/// <summary>The guard refused to dial; it arrives wrapped in the client's own exception.</summary>
public sealed class RefusedAddressException(string message) : IOException(message);
