using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A portal that ends TLS itself, without a proxy before it.</summary>
public sealed class OwnCertificateTests(OwnCertificateTests.Encrypted portal) : IClassFixture<OwnCertificateTests.Encrypted>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public sealed class Encrypted : RunningPortal
    {
        private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");

        /// <summary>SHA-256 of the certificate that must be shown.</summary>
        public string Print { get; private set; } = "";

        protected override string[] MoreSettings => ["--urls=https://127.0.0.1:0", "--Portal:PublicUrl=https://127.0.0.1", $"--Kestrel:Certificates:Default:Path={_file}", "--Kestrel:Certificates:Default:Password=rahasia"];

        public override async ValueTask InitializeAsync()
        {
            using var key = RSA.Create(2048);
            using var own = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
            Print = own.GetCertHashString(HashAlgorithmName.SHA256);
            await File.WriteAllBytesAsync(_file, own.Export(X509ContentType.Pfx, "rahasia"));
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            File.Delete(_file);
        }
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task An_address_with_https_is_served(string version)
    {
        var address = portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Assert.StartsWith("https://", address, StringComparison.Ordinal);
#pragma warning disable RS0030 // The ban is on the portal's own traffic; this is its visitor.
        using var visitor = new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == portal.Print } });
#pragma warning restore RS0030
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address)) { Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var home = await visitor.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal(Version.Parse(version), home.Version);
        Assert.True(home.Headers.Contains("Strict-Transport-Security"));
    }
}
